package org.clashmap.report;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The article of an HTML page as plain text: one line per paragraph, a blank line between. Scripts, styles, forms,
 * navigation, adverts, comments and what is hidden are dropped, never run and never kept; no markup survives, so what the
 * working text holds is words and nothing that a browser would act on.
 */
final class HtmlText {
    private static final String DROPPED =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, audio,"
                    + " video, form, button, select, input, textarea, nav, footer, aside, dialog, menu, figure, h1, [hidden],"
                    + " address, [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=complementary],"
                    + " [role=search], [role=dialog]";
    private static final Pattern SIDE_MATTER = Pattern.compile(
            "(^|[-_\\s])(comments?|share|sharing|social|related|(jp-)?relatedposts|recommend(ed|ations)?|promo|newsletter|"
                    + "subscribe|subscription|cookies?|consent|breadcrumbs?|adverts?|advertisement|ads?|sidebar|byline|"
                    + "tags?|read-?more|most-?(read|viewed|popular)|caption|toolbar|popup|modal|teaser|menu|nav|navbar|"
                    + "footer|masthead|colophon|copyright|widget|(entry|post|article)?-?meta|site-(header|title|"
                    + "description))($|[-_\\s])",
            Pattern.CASE_INSENSITIVE);
    /** What asks for money or a password in the place of the text, however long it is. */
    static final String PAYWALL =
            "[class*=paywall], [id*=paywall], [class*=subscription-wall], [class*=regwall], [class*=premium-barrier]";
    /** Where a page shows its day. */
    static final String DATED = "[class*=date], [class*=published], [class*=posted], [class*=timestamp], [id*=date]";

    private static final int LONGEST_DATE = 60;
    private static final int LONGEST_NOTICE = 200;
    private static final Pattern RIGHTS =
            Pattern.compile("^(©|\\(c\\)|copyright\\b|all rights reserved).*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LINES = Set.of("br", "hr");

    private HtmlText() {}

    /** The main text of a page. Changes the document. */
    static String ofPage(Document page) {
        page.select(DROPPED).remove();
        page.select(PAYWALL).stream()
                .filter(wall -> !wall.normalName().equals("body"))
                .forEach(Element::remove);
        page.body().select(DATED).stream()
                .filter(dated -> dated.text().length() <= LONGEST_DATE)
                .filter(dated -> VisibleDay.find(dated.text()).isPresent())
                .forEach(Element::remove);
        HtmlTables.flatten(page);
        int whole = paragraphLength(page.body());
        for (Element element : page.body()
                .select(
                        "div[class], section[class], ul[class], ol[class], p[class], table[class], header[class], div[id],"
                                + " section[id], ul[id], table[id]")) {
            boolean side = SIDE_MATTER.matcher(element.className()).find()
                    || SIDE_MATTER.matcher(element.id()).find();
            if (side
                    && (whole == 0
                            ? element.text().length() * 2 < page.body().text().length()
                            : paragraphLength(element) * 2 < whole)) {
                element.remove();
            }
        }
        return lines(root(page));
    }

    /** The text of a piece of HTML, such as the description of a feed's entry. */
    static String ofFragment(Document fragment) {
        fragment.select("script, style, noscript, template, iframe, object, embed, svg, form, figure")
                .remove();
        return lines(fragment.body());
    }

    /** The article: what is marked as such and holds most of the paragraphs, or the element whose own paragraphs do. */
    private static Element root(Document page) {
        for (String marked : new String[] {"[itemprop=articleBody]", "article", "main, [role=main]"}) {
            Element best = page.select(marked).stream()
                    .max(Comparator.comparingInt(HtmlText::paragraphLength))
                    .orElse(null);
            if (best != null && paragraphLength(best) > 0) {
                return best;
            }
        }
        return page.body().select("div, section, td, body").stream()
                .max(Comparator.comparingInt(HtmlText::ownParagraphLength))
                .filter(element -> ownParagraphLength(element) * 2 > paragraphLength(page.body()))
                .orElse(page.body());
    }

    private static int paragraphLength(Element element) {
        return element.select("p").stream().mapToInt(p -> p.text().length()).sum();
    }

    private static int ownParagraphLength(Element element) {
        return element.children().stream()
                .filter(child -> child.normalName().equals("p"))
                .mapToInt(p -> p.text().length())
                .sum();
    }

    private static String lines(Element root) {
        LineWriter writer = new LineWriter();
        root.traverse(writer);
        writer.endBlock();
        return writer.text.toString();
    }

    /** Gathers inline text into lines; a block element ends the one before it. */
    private static final class LineWriter implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder block = new StringBuilder();
        private int linkedLetters;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                block.append(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
                if (hasLinkAbove(words)) {
                    linkedLetters += words.text().length();
                }
            } else if (node instanceof Element element) {
                if (LINES.contains(element.normalName())) {
                    block.append('\n');
                } else if (element.isBlock() || element.normalName().equals("td")) {
                    endBlock();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element
                    && !LINES.contains(element.normalName())
                    && (element.isBlock() || element.normalName().equals("td"))) {
                endBlock();
            }
        }

        private static boolean hasLinkAbove(Node node) {
            for (Node above = node.parent(); above != null; above = above.parent()) {
                if (above.nodeName().equals("a")) {
                    return true;
                }
            }
            return false;
        }

        void endBlock() {
            String lines = block.toString()
                    .replaceAll(" *\\n *", "\n")
                    .replaceAll(" {2,}", " ")
                    .replaceAll("\\n{2,}", "\n")
                    .strip();
            // A line that is a link and nothing more leads elsewhere and is not part of the report.
            boolean onlyLink = linkedLetters > 0 && linkedLetters >= lines.length() - 2;
            boolean rights =
                    lines.length() <= LONGEST_NOTICE && RIGHTS.matcher(lines).matches();
            if (!lines.isEmpty() && !onlyLink && !rights) {
                text.append(text.isEmpty() ? "" : "\n\n").append(lines);
            }
            block.setLength(0);
            linkedLetters = 0;
        }
    }
}
