/** Words so common in French or English that they find nothing: left out of long texts, and of what is searched for. Folded. */
export const stopWords: ReadonlySet<string> = new Set(
  `ai au aucun aussi autre aux avec avez avoir avons bien bonjour ca car ce ceci cela celle celui ces cet cette chez comme comment cordialement dans de depuis des
  donc dont du elle elles en entre est et etaient etait etc ete etes etre eu eux fait ici il ils je jusqu la le les leur leurs lui ma mais me meme merci
  mes mon ne ni nos notre nous on ont ou par pas peu peut plus pour pourquoi pouvez puis qu quand que quel quelle quelles quels qui quoi sa sans se ses si
  son sont sous suis sur ta te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous
  about all also am an and any are as at be because been but by can could dear did do does for from had has have he hello her here him his how if in into
  is it its just kind like may more most my no not of only or other our out over own please regards she should so some such than thank thanks that the their them then there these
  they this those to too under up very was we were what when where which who why will with would you your`.split(/\s+/),
);
