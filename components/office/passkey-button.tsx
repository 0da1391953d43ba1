"use client";
import { useRef, useState, useSyncExternalStore } from "react";

type Props = {
  /** What the browser is asked, from the server; null: there is nothing to ask. */
  ask: () => Promise<object | null>;
  /** Make a new passkey, or use one. */
  way: "add" | "give";
  label: string;
  /** Said when the person breaks off, or the key does not answer. */
  failed: string;
  /** Shown where the browser cannot. */
  unable?: string;
};

/** Asks the browser for a passkey and sends the form around it with the answer in `passkey`. Where that cannot be, the rest of the form stands alone. */
export function PasskeyButton({ ask, way, label, failed, unable }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const isAble = useSyncExternalStore(never, canUsePasskeys, () => false);
  const [isFailed, setFailed] = useState(false);
  const press = async () => {
    setFailed(false);
    try {
      const options = await ask();
      const made = options ? await credential(way, options) : null;
      if (!made || !field.current) return setFailed(true);
      field.current.value = JSON.stringify(made.toJSON());
      field.current.form?.requestSubmit();
      // It was read by now, and must not go along with a code that is typed later.
      field.current.value = "";
    } catch {
      setFailed(true);
    }
  };
  if (!isAble) return unable ? <p className="quiet">{unable}</p> : null;
  return (
    <div>
      <input type="hidden" name="passkey" ref={field} defaultValue="" />
      <button type="button" className="button button-secondary" onClick={() => void press()}>{label}</button>
      <p role="status">{isFailed ? failed : ""}</p>
    </div>
  );
}

const never = () => () => {};
const canUsePasskeys = () => typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function credential(way: Props["way"], options: object): Promise<PublicKeyCredential | null> {
  const made =
    way === "add"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
  return made as PublicKeyCredential | null;
}
