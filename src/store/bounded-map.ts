/** Without a data folder things are remembered in memory; this many of a kind, so that memory has an end. */
const MOST = 5000;

/** A map that forgets its oldest entry when it is full. */
export class BoundedMap<K, V> extends Map<K, V> {
  override set(key: K, value: V): this {
    this.delete(key);
    super.set(key, value);
    if (this.size > MOST) this.delete(this.keys().next().value as K);
    return this;
  }
}
