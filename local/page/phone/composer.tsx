import './composer.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

type Props = {
  readonly suggestions: readonly string[];
  readonly isSending: boolean;
  readonly onSend: (body: string) => void;
};

/** The typing field: Enter sends, Shift and Enter makes a new line; a suggestion sends itself. */
export const Composer = ({ suggestions, isSending, onSend }: Props) => {
  const [body, setBody] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (window.matchMedia('(min-width: 900px)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  const send = (text: string) => {
    if (text.trim() === '' || isSending) return;
    onSend(text);
    setBody('');
    field.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send(body);
  };
  return (
    <div className="composer">
      <fieldset className="suggestions">
        <legend className="visually-hidden">Suggested replies</legend>
        {suggestions.map((text) => (
          <button
            key={text}
            type="button"
            className="suggestion"
            disabled={isSending}
            onClick={() => send(text)}
          >
            {text}
          </button>
        ))}
      </fieldset>
      <form
        className="composer-line"
        onSubmit={(event) => {
          event.preventDefault();
          send(body);
        }}
      >
        <textarea
          ref={field}
          className="composer-field"
          aria-label="Text message"
          placeholder="Text message"
          rows={1}
          value={body}
          maxLength={1600}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          className="composer-send"
          disabled={isSending || body.trim() === ''}
          aria-label="Send"
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M10 16V5M5 9.5 10 4.5l5 5" />
          </svg>
        </button>
      </form>
    </div>
  );
};
