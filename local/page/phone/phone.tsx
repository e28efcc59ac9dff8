import './phone.css';
import { sayTime } from '../../../console/say.ts';
import { useSendText, useTexts } from '../queries.ts';
import { sayPhone } from '../say-phone.ts';
import { Bubbles } from './bubbles.tsx';
import { Composer } from './composer.tsx';
import { quickReplies } from './quick-replies.ts';

type Props = {
  readonly phone: string;
  readonly now: string | undefined;
  readonly isSettled: boolean;
  readonly timeZone: string;
};

const StatusBar = ({ now, timeZone }: Pick<Props, 'now' | 'timeZone'>) => (
  <div className="screen-status">
    <span>{now ? sayTime(now, timeZone) : '–:–'}</span>
    <svg viewBox="0 0 64 14" aria-hidden="true" className="screen-icons">
      <path d="M1 11h2v2H1zM5 9h2v4H5zM9 6h2v7H9zM13 3h2v10h-2z" />
      <path d="M28 12.5 25.6 10a3.4 3.4 0 0 1 4.8 0zM22.8 7.2a7.4 7.4 0 0 1 10.4 0L31.6 8.800a5.1 5.1 0 0 0-7.2 0zM20 4.400a11.3 11.3 0 0 1 16 0L34.4 6a9 9 0 0 0-12.8 0z" />
      <path
        d="M42.5 2.500h15a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2z"
        fill="none"
        stroke="currentColor"
      />
      <path d="M42.5 4.500h13v5h-13zM61 5.500h1.500v3H61z" />
    </svg>
  </div>
);

const ScreenHead = ({ phone }: { phone: string }) => (
  <div className="screen-head">
    <span className="avatar" aria-hidden="true">
      L
    </span>
    <span className="screen-name">Limber</span>
    <span className="screen-number">to {sayPhone(phone)}</span>
  </div>
);

/** A phone: what its owner sees of the program, and where they type. */
export const Phone = ({ phone, now, isSettled, timeZone }: Props) => {
  const { data: texts = [], error } = useTexts(phone);
  const send = useSendText(phone);
  const last = texts.at(-1);
  const pending =
    send.isPending && send.variables !== undefined
      ? [
          {
            at: now ?? last?.at ?? new Date().toISOString(),
            direction: 'in' as const,
            body: send.variables,
            status: 'sent',
            segments: 1,
          },
        ]
      : [];
  const shown = [...texts, ...pending];
  const problem = send.error ?? error;
  return (
    <section className="phone" aria-label={`Phone of ${sayPhone(phone)}`}>
      <div className="screen">
        <StatusBar now={now} timeZone={timeZone} />
        <ScreenHead phone={phone} />
        <Bubbles
          texts={shown}
          timeZone={timeZone}
          isAnswering={shown.at(-1)?.direction === 'in' && (send.isPending || !isSettled)}
        />
        {problem && (
          <p className="screen-problem" role="alert">
            {send.error ? `Not sent. ${problem.message}` : problem.message}
          </p>
        )}
        <Composer
          key={phone}
          suggestions={quickReplies(texts.findLast(({ direction }) => direction === 'out')?.body)}
          isSending={send.isPending}
          onSend={(body) => send.mutate(body)}
        />
        <div className="screen-home" aria-hidden="true" />
      </div>
    </section>
  );
};
