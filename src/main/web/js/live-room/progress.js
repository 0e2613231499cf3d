// The progress of a room, kept up to date by differences.

// The key of a card's tile.
export function keyOf(card) {
  return card.visitor ? "v/" + card.visitor : card.class + "/" + card.card;
}

// The progress after news: all of it, or a difference with the cards that changed and the keys of those that are gone.
export function after(progress, news) {
  if (!news.gone) return news;
  const cards = new Map(progress.cards.map((card) => [keyOf(card), card]));
  news.gone.forEach((key) => cards.delete(key));
  news.cards.forEach((card) => cards.set(keyOf(card), card));
  return { ...progress, ...news, cards: [...cards.values()] };
}
