/** The operand of commands about one key. */
export const keyOperand = ['<id>', 'the id of the key, as kunci keys list shows it'] as const;
