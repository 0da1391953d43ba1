/** So many open requests of a colleague are counted where one is given: that list stands on every page of the queue. The page of loads counts them all. */
export const mostLoad = 100;
