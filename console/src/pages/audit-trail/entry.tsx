import { Anchor, Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clockText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';
import { useMayOpen } from '../../shell/access';
import { EntryDetails } from './entry-details';
import { type Named, pageOf } from './page-of';
import type { TrailEvent } from './trail-event';
import { type Part, useSentence } from './use-sentence';

interface EntryProps {
  readonly event: TrailEvent;
}

/** What happened in a sentence that leads to whom it names, with the time of that day; and behind it all that the log has of it. */
export function Entry({ event }: EntryProps) {
  const { t } = useTranslation('audit-trail');
  const form = useTimeForm();
  const [opened, setOpened] = useState(false);
  const details = useId();
  const parts = useSentence(event);
  const sentence = parts.map(({ text }) => text).join('');
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <span className="kunci-timeline-said">
        {parts.map((part, at) => (
          <Said key={at} part={part} event={event} />
        ))}
      </span>
      <span className="kunci-entry-end">
        <time className="kunci-timeline-when" dateTime={event.at}>
          {clockText(event.at, form)}
        </time>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon size={16} aria-hidden />}
          aria-expanded={opened}
          aria-controls={opened ? details : undefined}
          aria-label={t('detailsOf', { sentence })}
          onClick={() => setOpened(!opened)}
        >
          {t('details')}
        </Button>
      </span>
      {opened && <EntryDetails id={details} event={event} />}
    </li>
  );
}

/** A piece of the sentence: a name leads to its page, for those who may open it. */
function Said({ part: { text, names }, event }: EntryProps & { readonly part: Part }) {
  const mayOpen = useMayOpen();
  if (names === null) return <>{text}</>;
  const page = pageOf(namedBy(names, event));
  if (page === null || !mayOpen(page.path)) return <b>{text}</b>;
  return (
    <Anchor component={Link} to={page.to} fw={550} c="inherit" underline="hover">
      {text}
    </Anchor>
  );
}

function namedBy(names: 'who' | 'thing' | 'other', { actor, target }: TrailEvent): Named {
  const of = { who: { type: actor.kind, id: actor.id }, thing: target, other: { type: '', id: null } };
  return of[names];
}
