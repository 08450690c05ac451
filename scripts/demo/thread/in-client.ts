/**
 * A mail's HTML with what mail clients add to show it: a font and margins where it brings none, its colours dark on dark
 * screens, the quoted mail folded away. What is quoted left its rules for dark screens behind: it stays light there.
 */
export const inClient = (html: string): string => (/<meta name="color-scheme"/i.test(html) ? html : dressed(folded(html)));

const dressed = (html: string): string =>
  html.replace(/<head>/i, `<head><meta name="color-scheme" content="light dark">${sheet}`);

const sheet = `<style>
body { margin: 16px; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
mark { padding: 1px 5px; border-radius: 4px; background: #ffe08a; color: #1b242e; font-family: ui-monospace, monospace; }
summary { inline-size: fit-content; margin-top: 8px; cursor: pointer; color: #55616e; font-size: 13px; }
blockquote { margin: 8px 0 0; padding-left: 12px; border-left: 2px solid #93a1b0; }
@media (prefers-color-scheme: dark) {
  summary { color: #a3aeb9; }
  blockquote { padding: 12px; background: #ffffff; color: #1b242e; color-scheme: light; }
}
</style>`;

const folded = (html: string): string =>
  html.replace(
    /<br><div class="cite-prefix">([\s\S]*)<\/blockquote>(?=<\/body>)/,
    '<details><summary>Quoted mail</summary><div>$1</blockquote></details>',
  );
