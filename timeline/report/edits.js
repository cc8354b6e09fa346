// A reader's corrections: pure functions over events. The same operations are in timeline/edits.py, for the next build.
//
// An edit is {do, event, at: [document, offset]} and title (rename), edtf with earliest and latest (date), type (type),
// or with and with_at (merge); hide and split need nothing more. `at` finds the event again when its id has changed.
const edits = {
  /** Where an event stands in its first evidence, for `at`. */
  at(event) { return [event.evidence[0].document, event.evidence[0].trigger[0]]; },

  /** {events, lost}: the events with the edits made in their order, and the edits whose event is not there. */
  apply(base, list) {
    let events = base.map((event) => ({ ...event }));
    const lost = [];
    const find = (id, at) => events.find((event) => event.id === id) || events.find((event) => at && event.evidence.some((piece) => piece.document === at[0] && piece.trigger[0] === at[1]));
    for (const edit of list) {
      const event = find(edit.event, edit.at), other = edit.do === "merge" ? find(edit.with, edit.with_at) : null;
      if (!event || (edit.do === "merge" && (!other || other === event))) { lost.push(edit); continue; }
      if (edit.do === "hide") events = events.filter((each) => each !== event);
      if (edit.do === "rename") event.title = edit.title;
      if (edit.do === "type") event.type = edit.type;
      if (edit.do === "date") Object.assign(event, { earliest: edit.earliest || "", latest: edit.latest || "", edtf: edit.edtf });
      if (edit.do === "merge") {
        event.evidence = [...event.evidence, ...other.evidence];
        event.names = [...new Set([...event.names, ...other.names])];
        event.place = event.place || other.place;
        events = events.filter((each) => each !== other);
      }
      if (edit.do === "split") {
        const [first, ...rest] = event.evidence;
        const own = (piece) => (piece.earliest || piece.latest ? { earliest: piece.earliest, latest: piece.latest, edtf: piece.edtf } : {});
        Object.assign(event, { evidence: [first] });
        events.push(...rest.map((piece, i) => ({ ...event, ...own(piece), id: event.id + "-" + (i + 2), status: piece.status, evidence: [piece] })));
      }
    }
    const key = (event) => (event.earliest || event.latest || "9999-12-31") + (event.latest || "9999-12-31") + event.id;
    events.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    return { events, lost };
  },

  /** The days of what a reader typed as EDTF: a day, a month, a year, or two of them with a slash; null for others. */
  days(text) {
    const one = (part) => {
      const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part.trim());
      if (!found) return null;
      const [, year, month, day] = found;
      const start = `${year}-${month || "01"}-${day || "01"}`;
      const last = day ? start : new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0)).toISOString().slice(0, 10);
      const real = new Date(start + "T00:00:00Z");
      return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== start ? null : [start, last];
    };
    const parts = text.split("/");
    if (parts.length > 2) return null;
    const ends = parts.map((part) => (part === ".." || part === "" ? ["", ""] : one(part)));
    if (ends.some((end) => end === null) || ends.every((end) => !end[0])) return null;
    const earliest = ends[0][0], latest = ends[ends.length - 1][1];
    return earliest && latest && earliest > latest ? null : { edtf: text.trim(), earliest, latest };
  },
};
