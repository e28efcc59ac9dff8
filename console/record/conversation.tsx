import './conversation.css';
import { useEffect, useRef } from 'react';
import type { ConversationText } from '../../functions/use-cases/record/record-schema.ts';
import { Highlight } from '../highlight.tsx';
import { count, sayDay, sayTime } from '../say.ts';

type Props = { readonly texts: readonly ConversationText[]; readonly timeZone: string };

const kindWords = (text: ConversationText): string | undefined => {
  if (text.kind === 'safety') return 'Safety text';
  if (text.kind === 'coaching') return text.day === undefined ? 'Coaching' : `Day ${text.day}`;
  return undefined;
};

const tone = (text: ConversationText): string => {
  if (text.direction === 'in') return text.outcome === 'escalate' ? 'alarm' : (text.outcome ?? 'plain');
  if (text.status === 'undelivered' || text.status === 'failed') return 'failed';
  return text.isSent ? 'sent' : 'unsent';
};

const Meta = ({ text, timeZone }: { text: ConversationText; timeZone: string }) => {
  const parts = [
    sayTime(text.at, timeZone),
    kindWords(text),
    text.direction === 'out' && text.segments ? count(text.segments, 'segment') : undefined,
  ].filter(Boolean);
  const isBad = text.status === 'undelivered' || text.status === 'failed' || text.status === 'unreadable';
  return (
    <p className="said-meta">
      {parts.join(' · ')}
      {(text.direction === 'out' || text.status !== 'decided') && (
        <>
          {' · '}
          <strong className={isBad ? 'bad' : text.status === 'delivered' ? 'good' : ''}>
            {text.statusWords}
          </strong>
        </>
      )}
    </p>
  );
};

const Said = ({ text, timeZone }: { text: ConversationText; timeZone: string }) => (
  <li className={`said said-${text.direction} said-${tone(text)}`}>
    <span className="visually-hidden">{text.direction === 'in' ? 'Member: ' : 'Program: '}</span>
    <p className="said-body">
      {text.mediaCount ? <em>{count(text.mediaCount, 'picture')} </em> : null}
      <Highlight text={text.body} evidence={text.evidence ?? []} />
    </p>
    {text.notSentReason && <p className="said-why">Not sent: {text.notSentReason}</p>}
    {text.error && (
      <p className="said-why">
        {text.error.words}
        {text.error.code ? ` (carrier code ${text.error.code})` : ''}
      </p>
    )}
    {text.outcome === 'escalate' && <p className="said-why">Red flag found in this text</p>}
    {text.outcome === 'check' && <p className="said-why">Could be a red flag: a safety question was asked</p>}
    <Meta text={text} timeZone={timeZone} />
  </li>
);

const byDay = (texts: readonly ConversationText[], timeZone: string) => {
  const days: { day: string; texts: ConversationText[] }[] = [];
  for (const text of texts) {
    const day = sayDay(text.at, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.texts.push(text);
    else days.push({ day, texts: [text] });
  }
  return days;
};

/** Stays at the newest text, unless somebody has scrolled back to read. */
const useStickToEnd = (length: number) => {
  const box = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is what makes it scroll
  useEffect(() => {
    if (box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [length]);
  const onScroll = () => {
    const el = box.current;
    if (el) isAtEnd.current = el.scrollHeight - el.scrollTop - el.clientHeight < 40;
  };
  return { box, onScroll };
};

/** Every text either way, those that were not sent among them, with what became of each. */
export const Conversation = ({ texts, timeZone }: Props) => {
  const { box, onScroll } = useStickToEnd(texts.length);
  if (texts.length === 0) return <p className="quiet">No texts yet.</p>;
  return (
    <section
      className="conversation"
      ref={box}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Texts, oldest first"
    >
      {byDay(texts, timeZone).map(({ day, texts: ofDay }) => (
        <div key={`${day}-${ofDay[0]?.at}`}>
          <h4 className="conversation-day">{day}</h4>
          <ol className="said-list">
            {ofDay.map((text) => (
              <Said key={text.textId ?? text.sid ?? text.at} text={text} timeZone={timeZone} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
};
