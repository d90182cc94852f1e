/** The queue of what waits for a person, gathered by report: the report that holds the most urgent event comes first. */

/**
 * @typedef {{id: string, title: string, status: string, reportId: string, assignee: string | null, priority: number, why: readonly string[]}} QueueItem
 * @typedef {{reportId: string, items: QueueItem[], why: string[]}} QueueReport
 */

/** @param {any} answer @returns {QueueItem[]} in the server's order, by need */
export function readQueue(answer) {
  return (Array.isArray(answer?.items) ? answer.items : []).flatMap((/** @type {any} */ one) =>
    typeof one?.id === "string"
      ? [
          {
            id: one.id,
            title: String(one.title ?? one.id),
            status: String(one.status ?? "machine"),
            reportId: String(one.report_id ?? ""),
            assignee: one.assignee ?? null,
            priority: Number(one.priority ?? 0),
            why: Array.isArray(one.why) ? one.why.map(String) : [],
          },
        ]
      : [],
  );
}

/**
 * @param {readonly QueueItem[]} items
 * @returns {QueueReport[]}
 */
export function byReport(items) {
  /** @type {Map<string, QueueReport>} */
  const reports = new Map();
  for (const item of items) {
    if (item.reportId === "") continue;
    const report = reports.get(item.reportId) ?? { reportId: item.reportId, items: [], why: [] };
    report.items.push(item);
    for (const why of item.why) if (!report.why.includes(why)) report.why.push(why);
    reports.set(item.reportId, report);
  }
  return [...reports.values()];
}

/** The report that comes after another one, going round; null when there is no other. @param {readonly QueueItem[]} items @param {string | null} reportId */
export function nextReport(items, reportId) {
  const all = byReport(items);
  const at = all.findIndex((one) => one.reportId === reportId);
  const next = all[at + 1] ?? all[0];
  return next && next.reportId !== reportId ? next : null;
}
