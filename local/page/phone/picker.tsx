import './picker.css';
import { type FormEvent, useState } from 'react';
import type { KnownPhone } from '../queries.ts';
import { freshPhone, readPhone, sayPhone } from '../say-phone.ts';

type Props = {
  readonly phone: string;
  readonly phones: readonly KnownPhone[];
  readonly onChoose: (phone: string) => void;
};

const byLast = (a: KnownPhone, b: KnownPhone): number => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1);

const OtherNumber = ({ onChoose }: Pick<Props, 'onChoose'>) => {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const phone = readPhone(typed);
    setWrong(phone === undefined);
    if (phone) onChoose(phone);
  };
  return (
    <form className="other-number" onSubmit={submit}>
      <label>
        Any number
        <input
          type="tel"
          value={typed}
          placeholder="612 555 0142"
          aria-invalid={isWrong}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        Use it
      </button>
      <p className={isWrong ? 'hint hint-wrong' : 'hint'}>
        {isWrong
          ? 'That is not a phone number.'
          : 'Made-up numbers: 555-0100 to 555-0199. From 0190 on, odd ones.'}
      </p>
    </form>
  );
};

/** Whose phone this is: one that has texted, a new one, or any number. */
export const Picker = ({ phone, phones, onChoose }: Props) => {
  const known = [...phones].sort(byLast).map((one) => one.phone);
  const options = known.includes(phone) ? known : [phone, ...known];
  return (
    <div className="picker">
      <label className="picker-label">
        <span>Phone</span>
        <select value={phone} onChange={(event) => onChoose(event.target.value)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {sayPhone(option)}
              {known.includes(option) ? '' : ' (new)'}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button"
        title="A phone that has never texted"
        onClick={() => onChoose(freshPhone(new Set([...known, phone])))}
      >
        New
      </button>
      <details className="picker-more">
        <summary className="button" title="Any other number">
          Other
        </summary>
        <OtherNumber onChoose={onChoose} />
      </details>
    </div>
  );
};
