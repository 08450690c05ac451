import { sentencesOf } from './sentences.ts';

/** `templates/en/says.yaml`: every sentence that commands and notices say, by the file that says it. */
export const englishCatalogue = (root: string): string =>
  [
    '# Made by `npm run says`; changes here are lost. Every sentence that commands and notices say to associates.',
    '# A language has its words for them in its own says.yaml, as  "English sentence": "its translation".',
    ...sentencesOf(root).flatMap(({ file, sentences }) => [
      '',
      `# ${file}`,
      ...sentences.map((one) => `${JSON.stringify(one)}:`),
    ]),
    '',
  ].join('\n');
