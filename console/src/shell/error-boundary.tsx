import { Button, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** When it changes, as the address does, another page gets its chance. */
  readonly resetOn: string;
  readonly children: ReactNode;
}

/** Keeps a page that fails from taking the frame with it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.resetOn !== this.props.resetOn) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <RouteError /> : this.props.children;
  }
}

/** Reloading also helps when a new version was put up and the parts of the old one are gone. */
export function RouteError() {
  const { t } = useTranslation('shell');
  return (
    <Stack role="alert" align="flex-start" py="xl">
      <Title order={1} size="h2">
        {t('failed.title')}
      </Title>
      <Text maw="60ch">{t('failed.text')}</Text>
      <Button onClick={() => window.location.reload()}>{t('failed.reload')}</Button>
    </Stack>
  );
}
