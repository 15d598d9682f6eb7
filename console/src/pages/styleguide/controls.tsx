import { Alert, Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { Chips } from '../../patterns/chips';
import type { Shown } from './shown';

const variants = ['filled', 'default', 'light', 'outline', 'subtle'] as const;
const tones = ['accent', 'red', 'orange', 'green', 'gray'] as const;
const chips = ['All', 'Expiring', 'Disabled'];
const counts = ['1,204', '0', null];

/** Mantine’s own parts in the look of the console, and what is pressed. */
export const controls: readonly Shown[] = [
  {
    name: 'Button',
    states: {
      ...Object.fromEntries(tones.map((tone) => [tone, <Buttons key={tone} color={tone} />])),
      disabled: <Buttons disabled />,
      loading: <Button loading>Create</Button>,
    },
  },
  {
    name: 'TextInput',
    states: {
      empty: <TextInput label="Name" description="What it is for." placeholder="Website" required />,
      filled: <TextInput label="Name" defaultValue="Website of Orbit Bookings" />,
      error: <TextInput label="Name" defaultValue="x" error="Use 3 characters or more." />,
      disabled: <TextInput label="Name" defaultValue="Website" disabled />,
    },
  },
  {
    name: 'Select',
    states: {
      filled: <Select label="Kind" data={chips} defaultValue="All" />,
      disabled: <Select label="Kind" data={chips} defaultValue="All" disabled />,
    },
  },
  {
    name: 'Checkbox',
    states: {
      empty: <Checkbox label="Include deleted keys" />,
      filled: <Checkbox label="Include deleted keys" defaultChecked />,
      disabled: <Checkbox label="Include deleted keys" disabled />,
    },
  },
  { name: 'Chips', states: { filled: <SomeChips /> } },
  {
    name: 'Alert',
    states: Object.fromEntries(
      tones.map((tone) => [
        tone,
        <Alert key={tone} color={tone} title="What one should know">
          A hint is a thin rule and plain text.
        </Alert>,
      ]),
    ),
  },
];

function Buttons(props: { readonly color?: string; readonly disabled?: boolean }) {
  return (
    <Group>
      {variants.map((variant) => (
        <Button key={variant} variant={variant} {...props}>
          {variant}
        </Button>
      ))}
    </Group>
  );
}

function SomeChips() {
  return (
    <Chips
      label="Keys"
      chips={chips.map((label, at) => ({
        key: label,
        label,
        count: counts[at] ?? null,
        pressed: at === 0,
        onPress: () => undefined,
      }))}
    />
  );
}
