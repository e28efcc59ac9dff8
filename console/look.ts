import { applyMode, Mode } from '@cloudscape-design/global-styles';
import 'virtual:limber-theme.css';

/** Light or dark as the machine says, at once and whenever it changes. */
export const applyLook = (): void => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => applyMode(dark.matches ? Mode.Dark : Mode.Light);
  dark.addEventListener('change', follow);
  follow();
};
