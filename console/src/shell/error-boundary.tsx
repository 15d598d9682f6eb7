import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNoDrawnFront } from '../front/drawn-front';

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

/**
 * Reloading also helps when a new version was put up and the parts of the old one are gone. Of plain elements, for it is part of
 * the first page, and stands where the code of another part could not be had.
 */
export function RouteError() {
  useNoDrawnFront();
  const { t } = useTranslation('shell');
  return (
    <div className="kunci-failed" role="alert">
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.text')}</p>
      <button type="button" className="kunci-plain-button" onClick={() => window.location.reload()}>
        {t('failed.reload')}
      </button>
    </div>
  );
}
