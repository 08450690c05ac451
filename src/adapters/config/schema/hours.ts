const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether a text names days of the week: `mon`, `mon-fri`, `mon,wed,sat-sun`. */
export function isWeekdays(text: string): boolean {
  return text.split(',').every((part) => {
    const ends = part.trim().split('-');
    return ends.length <= 2 && ends.every((day) => days.includes(day));
  });
}

/** Whether a text is a stretch of one day: `09:00-17:30`, at the latest to `24:00`. */
export function isHourRange(text: string): boolean {
  const [from, to, ...more] = text.split('-').map(minutesOf);
  return from != null && to != null && from < to && more.length === 0;
}

function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total <= 24 * 60 ? total : null;
}
