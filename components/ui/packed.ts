declare const of: unique symbol;

/**
 * A list on its way into the part of a page the browser draws, as one text. As a list each of its values would be taken apart by
 * itself, sent, and put together again twice: of a page of the queue that was a tenth of the work.
 */
export type Packed<Value> = string & { readonly [of]: Value };

export function pack<Value>(value: Value): Packed<Value> {
  return JSON.stringify(value) as Packed<Value>;
}

export function unpack<Value>(packed: Packed<Value>): Value {
  return JSON.parse(packed) as Value;
}
