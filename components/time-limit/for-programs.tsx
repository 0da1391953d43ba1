import type { Messages } from "@/lib/i18n/messages";

/** The types of problem documents lead here: `invalid-question` (lib/server/api/problem.ts). */
export function ForPrograms({ words: { developers } }: { words: Messages["timeLimit"] }) {
  return (
    <details className="since no-print">
      <summary>{developers.title}</summary>
      <div className="stack-tight prose">
        <p>{developers.text}</p>
        <pre className="example"><code>{example}</code></pre>
        <p>{developers.answer}</p>
        <p id="invalid-question">{developers.problems}</p>
      </div>
    </details>
  );
}

const example = `POST /api/v1/time-limit
Content-Type: application/json

{ "receivedAt": "2026-09-15T10:00:00+02:00",
  "calendar": "FR",
  "events": [
    { "type": "extension_notified",
      "at": "2026-10-01T10:00:00+02:00",
      "months": 2 } ] }`;
