import type { ChartMessages } from './chart-it.ts';

export const chartEn: ChartMessages = {
  monthNames: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  plan: (year) => `Plan ${year}`,
  area: (code) => `Area ${code}`,
  title: (subject) => `${subject}: progress and planned`,
  asOf: (day) => `As of ${day}`,
  baseline: (number) => `baseline ${number}`,
  axisPercent: (value) => `${value}%`,
  fileName: (subject, day) => `chart-${subject}-${day}.png`,

  // Text alternative
  summary: ({ subject, day, progress, coverage, planned, variance }) =>
    [
      `${subject} on ${day}: progress ${progress}${coverage === null ? '' : ` with coverage ${coverage}`}`,
      ...(planned === null ? [] : [`planned ${planned.byDeadline} by deadline and ${planned.linear} linear`]),
      ...(variance === null ? [] : [`variance ${variance.byDeadline} and ${variance.linear} points`]),
    ].join('; '),
  monthByMonth: (months) =>
    `At the end of each month, progress against planned by deadline and linear: ${months.join('; ')}.`,
  monthReached: (month, actual, byDeadline, linear) =>
    `${month} ${actual} against ${byDeadline} and ${linear}`,
  monthPlanned: (month, byDeadline, linear) => `${month} planned ${byDeadline} and ${linear}`,
  rebaselined: (day, baseline) => `From ${day} baseline ${baseline} applies.`,
  ofBaseline: (baseline) => `Compared with baseline ${baseline}.`,

  // Answers
  upTo: (day) => `The chart ends on ${day}: the rest of the year is still only planned.`,
  onlyPlanned: 'The chart shows what is planned alone: there is no progress yet.',
  nothingToDraw: (why) => `There is nothing to draw: ${why}.`,
  imageFailed: 'The chart could not be uploaded as a picture: here are its figures.',
  sentPrivately: 'The chart is in your direct messages with ARTI.',
  more: (code) => `For the figures: \`/arti status${code === null ? '' : ` ${code}`}\`.`,
};
