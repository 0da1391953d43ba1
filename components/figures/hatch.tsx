/** The pattern of a second series: seen without colour. Drawn in the colour of its text. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} className="plot-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="plot-hatch-ground" />
        <line x1="0" x2="0" y1="0" y2="6" />
      </pattern>
    </defs>
  );
}
