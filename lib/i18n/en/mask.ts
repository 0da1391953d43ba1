import type { mask as french } from "../fr/mask";

type Place = Parameters<typeof french.box>[1];

const at = ({ left, top, width, height }: Place) => `${left}% from the left and ${top}% from the top, ${width}% wide, ${height}% high`;

export const mask: typeof french = {
  watermark: ({ controller, reference, on }) => `${controller} – request ${reference ? `${reference} – ${on}` : `of ${on}`} – only for this request`,
  title: "Cover what is not needed",
  lead: "Drag a finger or the mouse over the picture to put black boxes on it; press a box to change it. It all happens in your browser: what you cover does not leave it.",
  coverTitle: "You may cover",
  cover: {
    identity: ["The photo, and the signature", "The document number", "The lines of letters, digits and “<” at the bottom", "The date of birth, if you have never given it to us"],
    mandate: ["What does not concern this request", "Document and account numbers"],
    "death-certificate": ["Parentage and notes that we do not need"],
    "heirship-proof": ["Other people and their addresses", "The assets and amounts of the estate"],
  },
  leave: {
    identity: "Leave the names and the date of validity readable.",
    mandate: "Leave both your names, the date and the signature readable.",
    "death-certificate": "Leave the name, the date and the place of death readable.",
    "heirship-proof": "Leave your name, that of the person who died and the date readable.",
  },
  tools: "Boxes",
  add: "Add a box",
  undo: "Undo",
  clear: "Remove all",
  stage: "Picture to cover. Arrows: move a box; Shift and arrows: change its size; Delete: remove it.",
  boxRole: "box",
  box: (number, place) => `Box ${number}, ${at(place)}`,
  selected: (number) => `Box ${number}`,
  move: "Move",
  resize: "Size",
  keys: { left: "To the left", right: "To the right", up: "Up", down: "Down", narrower: "Narrower", wider: "Wider", shorter: "Less high", taller: "Higher" },
  remove: (number) => `Remove box ${number}`,
  mark: "Add a watermark",
  markHint: (text) => `Written across it, lightly: “${text}”. A copy could hardly serve for anything else.`,
  opened: "The picture is open. You can put black boxes on it, then see what will be sent.",
  told: {
    added: (number, place) => `Box ${number} put ${at(place)}.`,
    moved: (number, place) => `Box ${number} ${at(place)}.`,
    removed: (number, left) => `Box ${number} removed. ${left === 0 ? "None is left." : left === 1 ? "One is left." : `${left} are left.`}`,
    cleared: "All boxes are removed.",
    undone: (left) => `Undone. ${left === 0 ? "No box." : left === 1 ? "One box." : `${left} boxes.`}`,
  },
  review: "See what will be sent",
  reviewTitle: "This is exactly what will be sent",
  reviewLead: (boxes) => (boxes === 0 ? "Nothing is covered on this picture." : boxes === 1 ? "There is nothing left under the box: only black." : "There is nothing left under the boxes: only black."),
  reviewData: "The place, the date and the device that the photo remembered are taken out too.",
  reviewPicture: (name) => `Preview of ${name}, as it will be sent`,
  back: "Change the boxes",
};
