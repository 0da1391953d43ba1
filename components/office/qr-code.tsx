type Props = { size: number; path: string; label: string };

/** A QR code drawn here: dark on white whatever the scheme, since cameras want it so. */
export function QrCode({ size, path, label }: Props) {
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
