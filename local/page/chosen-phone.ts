import { useCallback, useState } from 'react';

const KEY = 'limber.phone';
const DEFAULT_PHONE = '+16125550100';

const remembered = (): string => {
  try {
    return window.localStorage.getItem(KEY) ?? DEFAULT_PHONE;
  } catch {
    return DEFAULT_PHONE; // storage can be switched off
  }
};

/** Whose phone is shown; kept on this machine, and never in an address. */
export const useChosenPhone = (): readonly [string, (phone: string) => void] => {
  const [phone, setPhone] = useState(remembered);
  const choose = useCallback((next: string) => {
    setPhone(next);
    try {
      window.localStorage.setItem(KEY, next);
    } catch {
      // as above
    }
  }, []);
  return [phone, choose];
};
