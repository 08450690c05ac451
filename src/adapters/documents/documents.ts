import type { Documents } from '../../domain/document.ts';

/** Documents of every kind. What makes them is loaded when the first of its kind is asked for: it costs time and memory. */
export function documents(): Documents {
  return {
    async letter(document, brand) {
      const { letter } = await import('./letter/letter.ts');
      return letter(document, brand);
    },
    async invitation(meeting, says, at) {
      const { invitation } = await import('./invitation/invitation.ts');
      return invitation(meeting, says, at);
    },
    async picture(chart, look) {
      const { picture } = await import('./picture/picture.ts');
      return picture(chart, look);
    },
  };
}
