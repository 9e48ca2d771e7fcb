const paths = {
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M3 10l14-6-5 13-3-5-6-2z',
  thread: 'M4 4h12v9H9l-4 3v-3H4z',
  edit: 'M4 16l1-4 8-8 3 3-8 8-4 1z',
  trash: 'M4 6h12M8 6V4h4v2M6 6l1 10h6l1-10',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12a2 2 0 100-4 2 2 0 000 4z',
  chevron: 'M5 8l5 5 5-5',
  down: 'M10 4v12M5 11l5 5 5-5',
  more: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  calendar: 'M3 6h14v11H3zM3 9h14M7 3v4M13 3v4',
} as const;

/** Line icons drawn here: no icon font and no file to load. Their meaning is always told by a label beside them. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
