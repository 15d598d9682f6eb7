import { Box, Radio, Stack, Text } from '@mantine/core';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { LoadingState } from '../../patterns/loading-state';
import { PermissionCheckboxes } from '../../permissions/permission-checkboxes';
import type { KeyFieldsProps } from './key-fields-props';
import type { PermissionChoice } from './key-values';
import { SameAsField } from './same-as-field';
import { type KeyToPermit, usePermissionChoices } from './use-permission-choices';

interface PermissionFieldProps extends Pick<KeyFieldsProps, 'form'> {
  readonly of: KeyToPermit;
  /** Begins with “As it is”, of a key that is edited. */
  readonly isEdited?: boolean;
}

/** What the key may do: everything, reading only, the same as another key, or what is chosen one by one. */
export function PermissionField({ form, of, isEdited = false }: PermissionFieldProps) {
  const { t } = useTranslation('key-form');
  const textOf = useProblemText();
  const { field, fieldState } = useController({ control: form.control, name: 'permissions' });
  const { groups, open, error, refetch } = usePermissionChoices(of);
  if (error !== null) return <ErrorState onRetry={refetch}>{textOf(error)}</ErrorState>;
  if (groups === undefined) return <LoadingState />;
  const { preset, sameAs, listed } = field.value;
  const readable = open.filter((name) => name.endsWith(':read'));
  const choose = (next: Partial<PermissionChoice>): void =>
    field.onChange({ preset, sameAs, listed, ...next });
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('permissions.label')}
        error={fieldState.error?.message}
        value={preset}
        onChange={(next) => choose({ preset: next, ...(next === 'readOnly' ? { listed: readable } : {}) })}
      >
        <Presets kind={of.kind} isEdited={isEdited} canRead={readable.length > 0} />
      </Radio.Group>
      {preset === 'sameAs' && (
        <SameAsField
          of={of}
          chosen={sameAs}
          onChange={(id, names) => choose({ sameAs: id, listed: names })}
        />
      )}
      {preset === 'chosen' && (
        <Box>
          <PermissionCheckboxes
            label={t('permissions.label')}
            groups={groups}
            chosen={listed}
            onChange={(names) => choose({ listed: names })}
            isOpen={(name) => open.includes(name) || listed.includes(name)}
          />
          {listed.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('permissions.nothing')}
            </Text>
          )}
        </Box>
      )}
    </Stack>
  );
}

interface PresetsProps {
  readonly kind: KeyToPermit['kind'];
  readonly isEdited: boolean;
  /** Whether there is anything to read. */
  readonly canRead: boolean;
}

function Presets({ kind, isEdited, canRead }: PresetsProps) {
  const { t } = useTranslation('key-form');
  const isMachine = kind === 'machine';
  return (
    <Stack gap="sm" mt="xs">
      {isEdited && <Radio value="kept" label={t('permissions.kept')} />}
      {/* A machine key has a list, which grows with no role. */}
      {!(isEdited && isMachine) && (
        <Radio
          value="everything"
          label={t('permissions.everything')}
          description={isMachine ? t('permissions.everythingOfBoth') : t('permissions.everythingHint')}
        />
      )}
      <Radio
        value="readOnly"
        label={t('permissions.readOnly')}
        description={t('permissions.readOnlyHint')}
        disabled={!canRead}
      />
      <Radio value="sameAs" label={t('permissions.sameAs')} />
      <Radio value="chosen" label={t('permissions.chosen')} />
    </Stack>
  );
}
