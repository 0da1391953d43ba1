/** Null when the files were taken in, else why not, in the reader's words ("" when nobody said). Rejects when the connection breaks. */
export function sendFiles(url: string, body: FormData, onPercent: (percent: number) => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onPercent(Math.round((loaded / total) * 100));
    request.onload = () => resolve(request.status >= 200 && request.status < 300 ? null : String((request.response as { message?: unknown } | null)?.message ?? ""));
    request.onerror = reject;
    request.send(body);
  });
}
