import type { SentForm } from '../../forms/use-send-form';
import type { KeyValues } from './key-values';

/** What a part of the form of a key is drawn with. */
export type KeyFieldsProps = Pick<SentForm<KeyValues>, 'form' | 'field'>;
