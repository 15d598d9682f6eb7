import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';

class OurFault extends Error {}

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (fault) {
    return fault;
  }
};

describe('errors under jest', () => {
  const fromNode = thrownBy(() => createCipheriv('aes-256-gcm', Buffer.alloc(1), Buffer.alloc(12)));

  it('are instances of Error and of their own kind where Node throws them', () => {
    expect(fromNode).toBeInstanceOf(Error);
    expect(fromNode).toBeInstanceOf(RangeError);
    expect(thrownBy(() => readFileSync('/nowhere'))).toBeInstanceOf(Error);
  });

  it('are no instances of another kind', () => {
    expect(fromNode).not.toBeInstanceOf(TypeError);
    expect(fromNode).not.toBeInstanceOf(OurFault);
    expect({ name: 'Error', message: '' }).not.toBeInstanceOf(Error);
  });

  it('keep their order where they are ours', () => {
    expect(new OurFault()).toBeInstanceOf(OurFault);
    expect(new OurFault()).toBeInstanceOf(Error);
    expect(new OurFault()).not.toBeInstanceOf(RangeError);
    expect(new Error()).not.toBeInstanceOf(OurFault);
  });
});
