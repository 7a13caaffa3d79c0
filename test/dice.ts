/** Numbers by chance that are the same on every machine (sfc32). */
export class Dice {
  private a: number
  private b = 0x9e3779b9 | 0
  private c = 0x243f6a88 | 0
  private d = 1

  constructor(seed: number) {
    this.a = (seed * 7919 + 17) | 0
    for (let n = 0; n < 20; n++) this.next()
  }

  below(most: number): number {
    return this.next() % most
  }

  permille(chance: number): boolean {
    return this.below(1000) < chance
  }

  /** One of the keys, each as often as its value says. */
  pick<K extends string>(weights: Record<K, number>): K {
    const all = Object.entries<number>(weights) as [K, number][]
    let left = this.below(all.reduce((sum, [, weight]) => sum + weight, 0))
    return all.find(([, weight]) => (left -= weight) < 0)![0]
  }

  private next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}
