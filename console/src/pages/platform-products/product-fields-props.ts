import type { SentForm } from '../../forms/use-send-form';
import type { ProductValues } from './product-values';

export interface ProductFieldsProps extends Pick<SentForm<ProductValues>, 'form' | 'field'> {
  /** The names of permissions that are there already. */
  readonly known: readonly string[];
}
