/** The best few of many, without putting all in order: a heap whose root is the worst of those kept. */
export class Best {
  private readonly places: number[] = []
  private readonly scores: number[] = []

  constructor(private readonly most: number) {}

  /** Would `add` keep it? Of equal scores the lower place is better. */
  takes(place: number, score: number): boolean {
    if (this.places.length < this.most) return true
    const worst = this.scores[0] ?? 0
    return score > worst || (score === worst && place < (this.places[0] ?? 0))
  }

  /** Only what `takes` says yes to. */
  add(place: number, score: number): void {
    if (this.places.length < this.most) {
      this.places.push(place)
      this.scores.push(score)
      this.rise(this.places.length - 1)
    } else {
      this.places[0] = place
      this.scores[0] = score
      this.sink()
    }
  }

  /** What was kept, best first. */
  list(): number[] {
    return this.places
      .map((place, i) => ({ place, score: this.scores[i] ?? 0 }))
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .map(({ place }) => place)
  }

  private worse(a: number, b: number): boolean {
    const difference = (this.scores[a] ?? 0) - (this.scores[b] ?? 0)
    return difference < 0 || (difference === 0 && (this.places[a] ?? 0) > (this.places[b] ?? 0))
  }

  private swap(a: number, b: number): void {
    const [place, score] = [this.places[a] ?? 0, this.scores[a] ?? 0]
    this.places[a] = this.places[b] ?? 0
    this.scores[a] = this.scores[b] ?? 0
    this.places[b] = place
    this.scores[b] = score
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.worse(at, parent)) return
      this.swap(at, parent)
      at = parent
    }
  }

  private sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1
      if (left >= this.places.length) return
      const right = left + 1
      const child = right < this.places.length && this.worse(right, left) ? right : left
      if (!this.worse(child, at)) return
      this.swap(at, child)
      at = child
    }
  }
}
