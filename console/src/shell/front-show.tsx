import { useTranslation } from 'react-i18next';
import { KeyObject } from '../patterns/key-object';
import { dots } from '../patterns/masking';

/** Beside the form, where there is room: what this is about. The key is made up, and nothing for a screen reader. */
export function FrontShow() {
  const { t } = useTranslation('shell');
  return (
    <aside className="kunci-front-show" aria-label={t('front.label')}>
      <div className="kunci-front-said">
        <div aria-hidden>
          <KeyObject life={<SampleLife />}>
            <code className="kunci-key-text">{`kunci_9NR2${dots}W3vb`}</code>
          </KeyObject>
        </div>
        <p>{t('front.claim')}</p>
      </div>
    </aside>
  );
}

function SampleLife() {
  const { t } = useTranslation('shell');
  return (
    <div className="kunci-life">
      <div className="kunci-life-bar">
        <span style={{ inlineSize: '38%' }} />
      </div>
      <div className="kunci-life-words">
        <span>{t('front.used')}</span>
        <span>{t('front.expires')}</span>
      </div>
    </div>
  );
}
