import './bubbles.css';
import { useEffect, useRef } from 'react';
import { sayDay, sayTime } from '../../../console/say.ts';
import type { PhoneText } from '../queries.ts';

const STATUS_WORDS: Readonly<Record<string, string>> = {
  accepted: 'On its way',
  queued: 'On its way',
  sending: 'On its way',
  sent: 'Sent',
  delivered: 'Delivered',
  undelivered: 'Did not arrive',
  failed: 'Did not arrive',
  canceled: 'Canceled',
};

const LOST: ReadonlySet<string> = new Set(['undelivered', 'failed', 'canceled']);

const Status = ({ text }: { text: PhoneText }) => (
  <span className={LOST.has(text.status) ? 'bubble-status bubble-lost' : 'bubble-status'}>
    {STATUS_WORDS[text.status] ?? text.status}
    {text.segments > 1 ? ` · ${text.segments} segments` : ''}
  </span>
);

const Bubble = ({ text, timeZone }: { text: PhoneText; timeZone: string }) => (
  <div className={`bubble bubble-${text.direction}${LOST.has(text.status) ? ' bubble-faded' : ''}`}>
    <span className="visually-hidden">{text.direction === 'in' ? 'You: ' : 'Limber: '}</span>
    <p className="bubble-body">{text.body}</p>
    <p className="bubble-meta">
      <time dateTime={text.at}>{sayTime(text.at, timeZone)}</time>
      {text.direction === 'out' && <Status text={text} />}
    </p>
  </div>
);

type Props = {
  readonly texts: readonly PhoneText[];
  readonly timeZone: string;
  readonly isAnswering: boolean;
};

const isNewDay = (texts: readonly PhoneText[], index: number, timeZone: string): boolean => {
  const [before, here] = [texts[index - 1], texts[index]];
  return !here ? false : !before || sayDay(before.at, timeZone) !== sayDay(here.at, timeZone);
};

/** The conversation as the phone's owner sees it: their own texts to the right. */
export const Bubbles = ({ texts, timeZone, isAnswering }: Props) => {
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is what makes it scroll
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [texts.length, isAnswering]);
  return (
    <section
      className="screen-talk"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Texts on this phone"
    >
      {texts.length === 0 && (
        <p className="screen-empty">
          No texts yet.
          <br />
          Text <strong>BACK</strong> to join.
        </p>
      )}
      <ol className="bubbles" aria-live="polite">
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: texts are only ever added at the end
          <li key={index} className="bubble-row">
            {isNewDay(texts, index, timeZone) && <p className="bubble-day">{sayDay(text.at, timeZone)}</p>}
            <Bubble text={text} timeZone={timeZone} />
          </li>
        ))}
      </ol>
      {isAnswering && (
        <p className="typing" role="status">
          <span className="visually-hidden">The program is answering</span>
          <span aria-hidden="true" />
          <span aria-hidden="true" />
          <span aria-hidden="true" />
        </p>
      )}
    </section>
  );
};
