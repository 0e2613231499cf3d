// Imported only for what it does to the page.
export {};
