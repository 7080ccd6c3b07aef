/** Text of users, made harmless for a terminal. */

/**
 * Shows what cannot be seen: control characters (which could rewrite what stands on the screen) as their pictures,
 * characters that turn the direction of text or have no width as U+FFFD. Tabs stay. Each character gives one, so that
 * columns stay what they are.
 */
export const printable = (text: string): string =>
  text.replaceAll(/(?!\t)[\p{Control}\p{Format}\u2028\u2029]/gu, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x20) return String.fromCodePoint(CONTROL_PICTURES + codePoint);
    return '\ufffd'.repeat(character.length);
  });

/** The Unicode block in which a picture of each C0 control stands, in their order. */
const CONTROL_PICTURES = 0x2400;

/** How many columns of a terminal a text takes, tabs left out. An approximation of Unicode's UAX 11. */
export const displayWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : NARROWLESS.test(character) ? 0 : 1), 0);

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const NARROWLESS = /\p{Mark}/u;
