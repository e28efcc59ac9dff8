import { generateThemeStylesheet, type Theme } from '@cloudscape-design/components/theming';

const pair = (light: string, dark: string) => ({ light, dark });

/** The program's own green instead of the vendor's blue; every pair is readable on its background (4.5 to 1). */
const THEME: Theme = {
  tokens: {
    colorBackgroundLayoutMain: pair('#f6f4ef', '#10171a'),
    colorBackgroundContainerContent: pair('#ffffff', '#172125'),
    colorBackgroundContainerHeader: pair('#ffffff', '#172125'),
    colorBackgroundButtonPrimaryDefault: pair('#0b6b66', '#5ecdc2'),
    colorBackgroundButtonPrimaryHover: pair('#075450', '#8adfd6'),
    colorBackgroundButtonPrimaryActive: pair('#05413e', '#5ecdc2'),
    colorBorderButtonNormalDefault: pair('#0b6b66', '#5ecdc2'),
    colorBorderButtonNormalHover: pair('#075450', '#8adfd6'),
    colorBorderButtonNormalActive: pair('#05413e', '#8adfd6'),
    colorTextButtonNormalDefault: pair('#0b6b66', '#5ecdc2'),
    colorTextButtonNormalHover: pair('#075450', '#8adfd6'),
    colorTextButtonNormalActive: pair('#05413e', '#8adfd6'),
    colorBackgroundButtonNormalHover: pair('#eaf5f3', '#1d2c30'),
    colorBackgroundButtonNormalActive: pair('#d5ebe8', '#24383c'),
    colorTextLinkDefault: pair('#0b6b66', '#6fd6cb'),
    colorTextLinkHover: pair('#075450', '#9be6dd'),
    colorTextLinkButtonNormalDefault: pair('#0b6b66', '#6fd6cb'),
    colorTextAccent: pair('#0b6b66', '#6fd6cb'),
    colorBackgroundControlChecked: pair('#0b6b66', '#5ecdc2'),
    colorBackgroundItemSelected: pair('#eaf5f3', '#1a2e30'),
    colorBorderItemSelected: pair('#0b6b66', '#5ecdc2'),
    colorBorderItemFocused: pair('#0b6b66', '#5ecdc2'),
    colorBorderInputFocused: pair('#0b6b66', '#5ecdc2'),
    colorBackgroundSegmentActive: pair('#0b6b66', '#5ecdc2'),
  },
};

/** The style sheet of these colors, for the build: the machinery that makes it is no part of the pages. */
export const themeStylesheet = (): string => generateThemeStylesheet({ theme: THEME });
