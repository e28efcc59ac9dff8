const KEY = 'limber.staff-name';

/** The name that staff typed last, so that it is typed once on a machine. */
export const rememberedName = (): string => {
  try {
    return window.localStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // storage can be switched off; then the name is typed each time
  }
};

export const rememberName = (name: string): void => {
  try {
    window.localStorage.setItem(KEY, name);
  } catch {
    // as above
  }
};
