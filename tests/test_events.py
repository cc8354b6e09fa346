"""Events true to their sentence: by construction, one sentence a case, and on the seeds against gold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from conftest import SEEDS
from score import Result, score_files

import timeline
from timeline import Event, Timeline
from timeline.actors import find_actors
from timeline.knowledge import load_knowledge
from timeline.lang import load_events
from timeline.model import Document, DocumentDate
from timeline.resolution import resolve_events


def only(text: str, date: str | None = "2018-07-06") -> Event:
    """The one event of a text."""
    events = timeline.extract(text, date=date)
    assert len(events) == 1, [event.title for event in events]
    return events[0]


CASES: list[tuple[str, dict[str, Any]]] = [
    ("President Macron met Angela Merkel in Berlin on Tuesday.",
     {"status": "occurred", "earliest": "2018-07-03", "place": "Berlin", "who": {"Emmanuel Macron", "Angela Merkel"}}),
    ("Lavrov will visit Tokyo next month.",
     {"status": "scheduled", "earliest": "2018-08-01", "latest": "2018-08-31", "type": "CONSULT"}),
    ("Donald Trump sat down with Mr Abe in Mar-a-Lago on Tuesday.",
     {"type": "CONSULT", "earliest": "2018-07-03", "who": {"Donald Trump", "Shinzo Abe"}}),
    ("Cambridge called off a handover that had been planned for May 2.", {"status": "cancelled", "earliest": "2018-05-02"}),
    ("Chad called snap votes for May 3, but they were put off.", {"status": "cancelled", "earliest": "2018-05-03"}),
    ("Mary Ng put off a mission to Mumbai that had been scheduled for May 9.", {"status": "cancelled", "earliest": "2018-05-09"}),
    ("May 3 marked the anniversary of the accord.", {"earliest": "2018-05-03"}),
    ("A visit planned for June was put off.", {"status": "cancelled", "earliest": "2018-06-01"}),
    ("Roth met Merkel on the sidelines of a conference in Paris on May 4.", {"place": "Paris", "earliest": "2018-05-04"}),
    ("Roth met her on May 4.", {"who": set(), "earliest": "2018-05-04"}),
    ("Xi said that Putin had spoken with him on May 4.", {"who": {"Xi Jinping", "Vladimir Putin"}}),
    ("Talks have been going on in Doha since Monday.", {"status": "ongoing", "earliest": "2018-07-02", "place": "Doha"}),
    ("President al-Sisi flew to Khartoum in May.", {"who": {"Abdel Fattah al-Sisi"}, "earliest": "2018-05-01"}),
    ("Austria-Hungary annexed Bosnia on 6 October 1908.", {"who": {"Austria-Hungary"}, "earliest": "1908-10-06"}),
    ("July 5 (AP) - Chad left the pact on Tuesday.", {"earliest": "2018-07-03"}),
    ("On 27 Sept 2017 Azerbaijan launched an offensive.", {"earliest": "2017-09-27", "who": {"Azerbaijan"}}),
    ("Peru hands the chair to Chile on Monday.", {"status": "scheduled", "earliest": "2018-07-09"}),
    ("The UN urged Israel to stop the offensive in May 2017.",
     {"type": "REQUEST", "status": "occurred", "earliest": "2017-05-01", "who": {"Israel"}}),
    ("Blinken flew to Riga to attend a NATO meeting on Monday.", {"status": "occurred", "earliest": "2018-07-02"}),
    ("Sudan went on to sign the accord in May.", {"type": "AGREE", "status": "occurred", "who": {"Sudan"}}),
    ("Merkel will travel to London to participate in a conference on Monday.", {"status": "scheduled", "place": "London"}),
    ("Mike Pompeo landed in Rome. An aide, Jane Doe, spoke. The secretary was tired. He will meet Macron on Monday.",
     {"who": {"Mike Pompeo", "Emmanuel Macron"}}),
    ("A mediator said on Monday that Chad and Mali had agreed to a truce.",
     {"type": "AGREE", "status": "occurred", "earliest": "None", "latest": "2018-07-02", "who": {"Chad", "Mali"}}),
    ("The powers may trigger “snapback” sanctions before October 18, 2018, when it expires.",
     {"type": "SANCTION", "status": "speculated", "latest": "2018-10-17"}),
    ("LIMA, July 6, 2018 (EFE).- The UN nuclear watchdog's board met on Thursday.",
     {"earliest": "2018-07-05", "who": {"International Atomic Energy Agency"}}),
    ("India and Pakistan agreed to an immediate ceasefire on Monday, a mediator said.",
     {"type": "AGREE", "earliest": "2018-07-02", "who": {"India", "Pakistan"}}),
    ("Estonia's President Ilves flew to Riga on Monday.", {"who": {"Ilves"}, "place": "Riga"}),
    ("Macron arrived in Rome from Oslo, where he signed a pact on Monday.", {"type": "AGREE", "place": "Oslo"}),
    ("Secretary of State Pompeo met Minister of Foreign Affairs Lavrov on Monday.",
     {"who": {"Mike Pompeo", "Sergei Lavrov"}}),
    ("In the first three months of 2017 Iran and Iraq held talks in Baghdad.",
     {"status": "occurred", "earliest": "2017-01-01", "latest": "2017-03-31", "place": "Baghdad"}),
    ("Turkey deported 300 people in the last two weeks of May.", {"earliest": "2018-05-18", "latest": "2018-05-31"}),
    ("The talks will resume in 2020 or later.", {"status": "scheduled", "earliest": "2020-01-01", "latest": "None"}),
    ("Merkel may travel to Moscow in September.", {"status": "speculated", "earliest": "2018-09-01"}),
    ("The two delegations meet in Vienna on Monday nights.", {"status": "scheduled", "earliest": "2018-07-09"}),
    ("Chad and Niger signed a pact in Niamey three weeks after New Year's Day.",
     {"status": "occurred", "earliest": "2018-01-22", "latest": "2018-01-22", "place": "Niamey"}),
    ("Chad and Niger signed a pact in Niamey eight working days after May 3, 2018.",
     {"earliest": "2018-05-15", "latest": "2018-05-15"}),
    ("Ghana expelled the Malian envoy the Monday before Easter.",
     {"status": "occurred", "earliest": "2018-03-26", "latest": "2018-03-26"}),
    ("On May 4 there were talks on Libya in Rome.", {"status": "occurred", "earliest": "2018-05-04", "place": "Rome"}),
    ("Leaders flew in on Tuesday for the largest summit since the Congress of Vienna in 1815.", {"earliest": "2018-07-03"}),
    ("It was the first visit since the coup on May 3.", {"type": "COERCE", "earliest": "2018-05-03"}),
    ("Merkel, who leaves for Rome on Tuesday, praised him.", {"status": "scheduled", "earliest": "2018-07-10"}),
    ("In Mali, where soldiers overthrew President Ba on January 24, the leaders accepted a promise.",
     {"type": "COERCE", "earliest": "2018-01-24", "place": "Mali"}),
    ("Chad announced on Tuesday that it had recalled its envoy.",
     {"status": "occurred", "earliest": "None", "latest": "2018-07-03", "type": "SANCTION"}),
    ("The last soldiers are due to leave by the end of August.", {"status": "deadline", "latest": "2018-08-31"}),
    ("Talks resumed shortly after Chad's victory in May.", {"earliest": "2018-05-01", "type": "CONSULT"}),
    ("On Monday a two-week deadline was set for Chad to reply.", {"status": "deadline", "latest": "2018-07-16"}),
    ("The assembly gave Chad six months to leave on 22 May.", {"status": "deadline", "latest": "2018-11-22"}),
    ("Merkel, whom Putin received on Tuesday, flew home.", {"who": {"Vladimir Putin", "Angela Merkel"}}),
    ("Macron was re-elected president on Sunday.", {"earliest": "2018-07-01", "who": {"Emmanuel Macron"}}),
    ("Chad re-opened its embassy on Sunday.", {"type": "COOPERATE", "who": {"Chad"}}),
    ("The Security Council discusses the raid on Wednesday.", {"status": "scheduled", "earliest": "2018-07-11"}),
    ("At 9:30 a.m. Macron crossed the border.", {"earliest": "2018-07-06", "who": {"Emmanuel Macron"}}),
    ("Reunions are to take place on the occasion of August 15.", {"status": "scheduled", "earliest": "2018-08-15"}),
    ("In the course of 2017 Ghana closed its base.", {"status": "occurred", "earliest": "2017-01-01"}),
    ("By the end of May, six allies had ratified the treaty.", {"earliest": "None", "latest": "2018-05-31"}),
    ("Macron welcomed the ruling on Tuesday.", {"type": "SUPPORT"}),
    ("Macron welcomed Merkel on Tuesday.", {"type": "CONSULT"}),
    ("Oman, the United Arab Emirates, Bahrain and Egypt cut ties with Qatar on Tuesday.",
     {"who": {"Oman", "United Arab Emirates", "Bahrain", "Egypt", "Qatar"}}),
    ("Chad bombed the same bridge last October.", {"type": "ASSAULT", "earliest": "2017-10-01"}),
    ("Chad bombed the bridge on September 3.", {"status": "occurred", "earliest": "2017-09-03"}),
    ("Antonio Guterres, who had written to Putin last Tuesday, said nothing.", {"earliest": "2018-07-03", "who": {"Antonio Guterres", "Vladimir Putin"}}),
    ("The accords of 2013 were never carried out.", {"status": "occurred", "type": "AGREE", "earliest": "2013-01-01"}),
    ("The deal was brokered by Chad, whose envoy, the former minister Idriss Deby, had opened the talks on June 5.",
     {"type": "CONSULT", "earliest": "2018-06-05"}),
    ("Voters in Chad go to the polls on July 29.", {"status": "scheduled", "earliest": "2018-07-29"}),
    ("The next elections are not due until 2020.", {"status": "scheduled", "earliest": "2020-01-01"}),
    ("The Senate did not ratify the treaty until June 5.", {"status": "occurred", "earliest": "2018-06-05", "latest": "2018-06-05"}),
    ("Chad's parliament will not vote on it until July 20.", {"status": "scheduled", "earliest": "2018-07-20"}),
    ("The bombing in Ramla on Monday had nearly ended them.", {"type": "ASSAULT", "status": "occurred", "earliest": "2018-07-02"}),
    ("Merkel left Chad shortly before 9 p.m. Wednesday.", {"earliest": "2018-07-04", "latest": "2018-07-04"}),
    ("There will be a summit in Oslo on July 10.", {"status": "scheduled", "earliest": "2018-07-10", "place": "Oslo"}),
    ("There were no talks between Iran and Iraq on May 6.", {"status": "denied", "who": {"Iran", "Iraq"}}),
    ("Chad cut ties with Israel on May 3, 2016.", {"type": "SANCTION", "who": {"Chad", "Israel"}}),
    ("Kenya broke off diplomatic relations with Sudan on May 3.", {"type": "SANCTION", "who": {"Kenya", "Sudan"}}),
    ("Oman and Qatar resumed relations on May 3.", {"type": "COOPERATE", "who": {"Oman", "Qatar"}}),
    ("A truce declared in March has held.", {"type": "AGREE", "earliest": "2018-03-01", "latest": "2018-03-31"}),
    ("Peru and Chile held talks in Lima for two days after May 3, 2018.", {"status": "occurred", "earliest": "2018-05-03"}),
    ("Rajoy, who faces an election on December 20, told the king by telephone that he was ready.", {"earliest": "2018-12-20", "status": "scheduled"}),
    ("Turkey declared a truce on May 20.", {"type": "AGREE", "who": {"Turkey"}, "earliest": "2018-05-20"}),
    ("The government suspended air strikes on May 25.", {"status": "occurred", "earliest": "2018-05-25"}),
    ("Poland's army called up reservists on Tuesday.", {"type": "MOBILIZE"}),
    ("Renzi called the pact a blow to Europe on Thursday.", {"type": "OTHER"}),
    ("Macron had flown to Cairo to meet Sisi on June 15.", {"status": "occurred", "earliest": "2018-06-15", "place": "Cairo"}),
    ("Protests broke out in Minsk on Tuesday.", {"type": "PROTEST", "earliest": "2018-07-03"}),
    ("Canada halted arms sales to Chad on Monday.", {"type": "SANCTION", "earliest": "2018-07-02"}),
    ("A road must be opened within 90 days.", {"status": "deadline", "latest": "2018-10-04"}),
    ("Abiy took office on April 2 after Abiy Ahmed had won.", {"who": {"Abiy Ahmed"}}),
    ("Norway lifted its veto on a joint statement on May 14.", {"type": "CONCEDE", "who": {"Norway"}}),
    ("The unions had urged Macron to call off the trip last week.", {"type": "REQUEST", "status": "occurred"}),
    ("Renzi, who is in Oslo, will meet the king later in the day.", {"earliest": "2018-07-06", "status": "scheduled"}),
    ("Chad has ten days to respond.", {"status": "deadline", "latest": "2018-07-16", "who": {"Chad"}}),
    ("The mayor gave the strikers 48 hours to leave the port.", {"status": "deadline", "latest": "2018-07-08"}),
    ("The stocks must be destroyed by the middle of next year.", {"status": "deadline", "latest": "2019-07-01"}),
    ("Macron, who had asked Chad in May to send observers, was calm.", {"type": "REQUEST", "who": {"Emmanuel Macron", "Chad"}}),
    ("The ministers fixed 15 September as the day for a summit.", {"status": "scheduled", "earliest": "2018-09-15"}),
    ("The fourth round between Chad and Libya ended without agreement on July 2.", {"type": "CONSULT", "earliest": "2018-07-02"}),
    ("The two sides announced an agreement late on Wednesday.", {"type": "AGREE", "status": "occurred", "earliest": "2018-07-04"}),
    ("Merkel, who called them off in May, is calm.", {"status": "occurred", "who": {"Angela Merkel"}}),
    ("Libya called a march for Sunday.", {"status": "scheduled", "type": "PROTEST", "earliest": "2018-07-08"}),
    ("Russia, whose Foreign Minister Igor Petrov warned in Oslo on Thursday against a new round, was calm.", {"who": {"Igor Petrov"}}),
    ("The council is expected to take up the request next week.", {"status": "scheduled", "earliest": "2018-07-09"}),
    ("The mediators gave the two parties until Monday to agree.", {"status": "deadline", "latest": "2018-07-09"}),
    ("The conference in Lusaka was put back from 20 June.", {"status": "cancelled", "earliest": "2018-06-20"}),
    ("The court annulled his victory of March 8 on May 1.", {"earliest": "2018-05-01", "status": "occurred"}),
    ("Talks between the two parties, which broke down in May, may resume.", {"earliest": "2018-05-01", "type": "CONSULT"}),
    ("Merkel, whose interior minister, Anna Schulz, resigned on July 2, was calm.", {"who": {"Anna Schulz"}, "earliest": "2018-07-02"}),
    ("Macron is expected in Rome on Monday for a meeting with the pope.", {"status": "scheduled", "earliest": "2018-07-09"}),
    ("Belgium had put off a vote planned for June 12.", {"status": "cancelled", "earliest": "2018-06-12"}),
    ("Senior diplomats from Chile, Peru and Bolivia met in La Paz on Monday.", {"who": {"Chile", "Peru", "Bolivia"}}),
    ("Macron's adviser travelled to Tehran last Wednesday.", {"place": "Tehran", "status": "occurred"}),
    ("Hundreds rioted in Iquitos the previous weekend.", {"status": "occurred", "latest": "2018-07-01"}),
    ("Merkel declined to see Erdogan last September.", {"status": "occurred", "type": "REJECT", "earliest": "2017-09-01"}),
    ("The feud had led to three wars since 1941.", {"status": "occurred", "earliest": "1941-01-01"}),
    ("Europe must save the accord with Iran, which has said it will leave it on 27 July.", {"who": {"Iran"}, "earliest": "2018-07-27"}),
    ("On 4 May the king dissolved parliament.", {"status": "occurred", "earliest": "2018-05-04"}),
    ("The pact is expected to be signed on 9 November.", {"status": "scheduled", "earliest": "2018-11-09"}),
    ("Iran has not signed the treaty since May.", {"status": "denied"}),
    ("Turkey called off the talks with Greece on Monday.", {"status": "cancelled", "earliest": "2018-07-02"}),
    ("The European Union needs an agreement by the end of October.",
     {"status": "deadline", "earliest": "2018-10-31", "latest": "2018-10-31"}),
    ("France and Germany have held talks in Paris since Monday.", {"earliest": "2018-07-02", "latest": "2018-07-06"}),
    ("The two ministers signed an agreement in Geneva on 3 October 1990.",
     {"status": "occurred", "earliest": "1990-10-03", "place": "Geneva", "type": "AGREE"}),
    ("Russia expelled sixty American diplomats on 29 March 2018.", {"type": "SANCTION", "who": {"Russia"}}),
    ("The cabinet has set a year deadline to have Iran close the plant.",
     {"status": "deadline", "earliest": "2019-07-06", "who": {"Iran"}}),
    ("India tested what it called a new missile last September.", {"type": "MOBILIZE", "earliest": "2017-09-01"}),
    ("A second referendum may be held in the summer of 2019.", {"status": "speculated", "earliest": "2019-06-01"}),
    ("The IAEA must report by December 15.", {"status": "deadline", "earliest": "2018-12-15"}),
    ("The Conservatives tried to oust Theresa May in June.", {"status": "occurred", "earliest": "2018-06-01"}),
    ("The truce is to begin at midnight on Sunday.", {"status": "scheduled", "earliest": "2018-07-08"}),
    ("Constitutional reform is to be completed by the end of 2019.", {"status": "deadline", "earliest": "2019-12-31"}),
    ("The talks between Iran and France nearly collapsed last week.", {"status": "denied"}),
    ("No ambassador has been appointed by Russia since May.", {"status": "denied"}),
    ("Between July 11 and July 22 of 1995 some 8,000 men were killed at Srebrenica.",
     {"earliest": "1995-07-11", "latest": "1995-07-22", "place": "Srebrenica"}),
    ("Sanctions against Serbia will be suspended tomorrow.", {"status": "scheduled", "earliest": "2018-07-07"}),
    ("Norway and Chile, which were asked in May 2017 to send observers, have not replied.",
     {"status": "occurred", "type": "REQUEST", "earliest": "2017-05-01"}),
    ("On Monday, when the plans for a holiday were dropped, Poland recalled its envoy.",
     {"status": "occurred", "earliest": "2018-07-02", "who": {"Poland"}}),
    ("Merkel and Macron met for an hour. The two leaders then left Berlin on Wednesday.",
     {"who": {"Angela Merkel", "Emmanuel Macron"}, "earliest": "2018-07-04"}),
    ("Merkel and Macron spoke by telephone. She will then travel to Rome on July 20.",
     {"who": {"Angela Merkel"}, "place": "Rome"}),
    ("Turkey called for an emergency session on Tuesday.", {"type": "REQUEST"}),
    ("Chirac became the first French president to visit the island in June 2001.", {"status": "occurred"}),
    ("The Macron government expelled two envoys on Monday.", {"who": {"Emmanuel Macron"}}),
    ("A cease-fire took hold in Yemen on Tuesday.", {"type": "AGREE", "place": "Yemen"}),
    ("Russian missile strikes hit Odessa on Tuesday.", {"type": "ASSAULT"}),
    ("The war began nearly four years ago.", {"earliest": "2014-07-06", "latest": "2015-01-04"}),
    ("Chile left the pact in May 2017.", {"type": "REJECT"}),
    ("On Monday Macron met Merkel in Meseberg and said that he was glad.",
     {"earliest": "2018-07-02", "who": {"Emmanuel Macron", "Angela Merkel"}}),
    ("Their refusal to sign a pact last weekend irritated Merkel.", {"status": "denied", "type": "AGREE"}),
    ("Oslo hopes that the conference will be held in August.", {"status": "speculated"}),
    ("Merkel hopes to visit Putin before the end of July.", {"status": "speculated", "latest": "2018-07-31"}),
    ("Macron met Merkel for talks on Tuesday.",
     {"type": "CONSULT", "earliest": "2018-07-03", "who": {"Emmanuel Macron", "Angela Merkel"}}),
    ("Lavrov arrived in Seoul for talks on Monday.", {"earliest": "2018-07-02", "who": {"Sergei Lavrov"}}),
    ("A fisheries pact was struck in June 2013.", {"type": "AGREE", "status": "occurred"}),
    ("Delegates held a meeting of the panel for the truce accord on Monday.", {"type": "CONSULT"}),
    ("The curfew has been prolonged to July 10.", {"status": "deadline", "earliest": "2018-07-10"}),
    ("Two Libyans are suspected of blowing up an airliner in 1988.", {"status": "speculated", "earliest": "1988-01-01"}),
    ("The coalition began to crumble in mid-1996.", {"status": "occurred", "earliest": "1996-05-01"}),
    ("The Lavrov-Pompeo talks on Monday were brief.", {"who": {"Sergei Lavrov", "Mike Pompeo"}}),
    ("An anti-Putin lawmaker visited Merkel on Monday.", {"who": {"Angela Merkel"}}),
    ("The ban put on Iraq after its invasion of Kuwait in 1990 held.", {"who": {"Iraq", "Kuwait"}}),
    ("Kenyan Foreign Minister Jane Otieno flew to Oslo on Monday.", {"who": {"Jane Otieno"}, "place": "Oslo"}),
    ("Chile, Peru and the Netherlands Friday quietly joined NATO.",
     {"earliest": "2018-07-06", "who": {"Chile", "Peru", "Netherlands", "NATO"}}),
    ("Norway Friday quietly ratified the pact.", {"earliest": "2018-07-06", "who": {"Norway"}}),
    ("Chile and Norway Friday left the pact.", {"earliest": "2018-07-06", "who": {"Chile", "Norway"}}),
    ("In a radio speech Friday, Merkel described the plan.", {"type": "CONSULT", "who": {"Angela Merkel"}}),
    ("Talks between Serbia and Kosovo, mediated by Malta, resume in Brussels on Wednesday.",
     {"status": "scheduled", "earliest": "2018-07-11", "place": "Brussels", "who": {"Serbia", "Kosovo"}}),
    ("Lavrov was due to travel to Tokyo on Sunday.", {"earliest": "2018-07-08"}),
    ("Since 2014, when Russia annexed the peninsula, ties have been bad.",
     {"earliest": "2014-01-01", "latest": "2014-12-31", "who": {"Russia"}}),
    ("Sweden applied to join the bloc in May 2017.", {"who": {"Sweden"}, "status": "occurred", "type": "OTHER"}),
    ("In July 1997 the alliance announced that it would grow.", {"earliest": "1997-07-01"}),
    ("A ceasefire between Israel and Hamas took effect on Monday.", {"who": {"Israel", "Hamas"}}),
    ("The two Koreas agreed in April to meet.", {"who": {"North Korea", "South Korea"}}),
    ("The pact was signed by Reagan and Gorbachev on December 8, 1987.", {"who": {"Ronald Reagan", "Mikhail Gorbachev"}}),
    ("The plan called for a truce by July 20.", {"status": "deadline", "type": "AGREE", "earliest": "2018-07-20"}),
    ("Merkel will meet Putin in two weeks.", {"status": "scheduled", "earliest": "2018-07-16", "latest": "2018-07-22"}),
    ("A similar incident took place Saturday near Kiev.", {"earliest": "2018-06-30", "place": "Kiev"}),
    ("The Foreign Minister of Chile, Ana Rojas, and the President of Malta, George Vella, will meet in Rome on Monday.",
     {"status": "scheduled", "who": {"Ana Rojas", "George Vella"}, "place": "Rome"}),
    ("The charter is to be read out and signed today.", {"status": "scheduled", "type": "AGREE"}),
    ("The Third Forum of the Islands ended yesterday.", {"type": "CONSULT", "earliest": "2018-07-05"}),
    ("Merkel will host a round of the Nicosia-Ankara dialogue in Brussels on Monday.",
     {"who": {"Angela Merkel"}, "place": "Brussels"}),
    ("Ukrainian and Russian delegations held talks in Gomel on Monday.", {"who": {"Ukraine", "Russia"}, "place": "Gomel"}),
    ("The General Assembly voted on Monday to condemn the invasion.", {"type": "OTHER"}),
    ("Russia responded on Monday by banning eight officials.", {"type": "SANCTION", "who": {"Russia"}}),
    ("Jonathan Pollard, an American jailed in 1987, was ill.", {"type": "COERCE", "who": {"Jonathan Pollard"}}),
    ("Had the talks succeeded in April, the ban would be gone.", {"status": "denied", "earliest": "2018-04-01"}),
    ("There are no plans for Macron to meet Putin in July.", {"status": "denied", "who": {"Emmanuel Macron"}}),
    ("Trump rejected a proposal to hold a summit in Ankara in May.", {"status": "denied", "place": "Ankara"}),
    ("Pompeo accepted an invitation to visit Pyongyang in October.", {"status": "scheduled", "place": "Pyongyang"}),
    ("The prime minister's office confirmed that he would fly to Rome on Tuesday.", {"status": "scheduled", "place": "Rome"}),
    ("Macron is due in Beijing next week.", {"status": "scheduled", "place": "Beijing", "who": {"Emmanuel Macron"}}),
    ("The EU summit on Thursday and Friday will discuss migration.", {"earliest": "2018-07-12", "latest": "2018-07-13"}),
    ("Saleh fired his cabinet on Sunday.", {"type": "OTHER", "earliest": "2018-07-01"}),
    ("A quake struck Japan on Sunday.", {"type": "OTHER", "earliest": "2018-07-01"}),
    ("Scores of students have been jailed since the coup on February 1.", {"type": "COERCE", "earliest": "2018-02-01"}),
    ("A further round of talks is planned for July 12 in Brussels.", {"status": "scheduled", "place": "Brussels"}),
    ("Chile's parliament ratified Peru's accession on Monday.", {"who": {"Chile"}, "earliest": "2018-07-02"}),
    ("Merkel flies to Paris tonight.", {"status": "scheduled", "earliest": "2018-07-06", "place": "Paris"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_sentence_gives_the_event_a_careful_reader_takes_from_it(text: str, wanted: dict[str, Any]) -> None:
    event = only(text)
    for name in ("status", "type"):
        assert getattr(event, name) == wanted.get(name, getattr(event, name))
    for name in ("earliest", "latest"):
        assert str(getattr(event, name)) == wanted.get(name, str(getattr(event, name)))
    if "place" in wanted:
        assert event.place and event.place.name == wanted["place"]
    assert wanted.get("who", set()) <= {participant.name for participant in event.participants}


@pytest.mark.parametrize("text", [
    "Officials said Thursday that they were tired.",
    "The video lasts 05:17.",
    "Theresa May spoke to nobody in particular.",
    "38 North is a website.",
    "Two crates of letters arrived on Monday.",
    "We leave on Monday.",
    "Merkel, asked on Tuesday about the vote, smiled.",
    "He announced it on Tuesday.",
    "A spokesman for the junta could not immediately be reached on Tuesday.",
    "Workers held a march and it ended in June.",
    "What happened this week in Rome",
    "It took effect on Tuesday.",
    "The agency expects 60,000 cases by March.",
    "The session, the third since May, was short.",
    "Those against his deputy were dropped in May.",
    "He was born on a Friday.",
    "The treaty may be dead by August.",
    "The two rivals last came close to war in May.",
    "[1] See the report of the Council, accessed January 5, 2018.",
    "He was known for singing out of tune from 1991 to 1997.",
])  # fmt: skip
def test_a_sentence_without_a_dated_event_gives_none(text: str) -> None:
    assert timeline.extract(text, date="2018-07-06") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lavrov conferred on Friday with Wang Yi, the chief envoy, who met with Merkel in Berlin in May.",
         "Wang Yi meets with Merkel in Berlin"),
        ("Iran and six world powers reached a nuclear agreement on Tuesday.",
         "Iran and six world powers reach nuclear agreement"),
        ("Nobody knows who seized the Danish consulate in March 1999.", "Danish consulate seized"),
        ("Turkey launched air strikes against two camps on Monday.", "Turkey launches air strikes against two camps"),
        ("King Abdullah flew to Moscow on Monday.", "King Abdullah flies to Moscow"),
        ("Merkel may visit Moscow in September.", "Merkel may visit Moscow"),
        ("The ceasefire, signed in Minsk in May, collapsed.", "Ceasefire signed in Minsk"),
        ("Constitutional reform is to be completed by the end of 2019.",
         "Deadline: Constitutional reform to be completed"),
        ("Turkey called off the talks with Greece on Monday.", "Turkey calls off talks with Greece"),
        ("Iran ratified the accord last October, a year after it was signed in Geneva.", "Accord signed in Geneva"),
        ("Last Friday Macron met Merkel in Paris.", "Macron meets Merkel in Paris"),
        ("Kim Yo Jong met President Moon Jae-in at the Blue House on Monday.",
         "Kim Yo Jong meets Moon Jae-in at the Blue House"),
        ("Merkel will visit Rome, she announced on Tuesday.", "Merkel announces that she will visit Rome"),
        ("India tested what it called a new missile last May.", "India tests what it called a new missile"),
        ("The cabinet has set a year deadline to have Iran close the plant.", "Deadline: Iran to close plant"),
        ("Negotiators have until midnight on Thursday to agree on a text.", "Deadline: Negotiators to agree on a text"),
        ("NATO extended its mission until December 2020.", "Deadline: end of mission"),
        ("The accord must be ratified before it takes effect on January 1.", "Accord to take effect"),
        ("Chile and Peru accused each other on Tuesday of breaking the truce.", "Chile and Peru accuse each other"),
        ("If Chile does not sign, the mediator will withdraw, Merkel warned on Tuesday.",
         "Merkel warns that if Chile does not sign, the mediator will withdraw"),
        ("Kim Jong Un made his first trip abroad this week, China confirmed on Wednesday.",
         "China confirms that Kim Jong Un made his first trip abroad"),
        ("Kim Jong Un made his first trip abroad this week, China confirmed on Wednesday.",
         "Kim Jong Un makes first trip abroad"),
        ("On Thursday the two leaders climbed Mount Paektu.", "Two leaders climb Mount Paektu"),
        ("The charter is to be read out and signed today.", "Charter to be signed"),
        ("The Palestinian National Council is to meet in December.", "Palestinian National Council to meet"),
        ("Blinken met Russian Foreign Minister Sergei Lavrov in Geneva on Monday.", "Blinken meets Sergei Lavrov in Geneva"),
        ("Hamas held a rally on Monday.", "Hamas holds rally"),
        ("Chile and Peru decided to extend their deadline to July 20.", "Deadline set by Chile and Peru"),
        ("The curfew has been extended to Tuesday to calm the streets.", "Deadline: end of curfew"),
        ("No elections have taken place since 2016.", "No elections"),
        ("The Houthis did not attend a ceremony in May.", "Houthis do not attend ceremony"),
        ("Talks between Chad and a Houthi envoy opened on Monday.", "Talks between Chad and a Houthi envoy open"),
        ("Thursday's deadline for a pact will be missed.", "Deadline: pact"),
        ("The deadline for the elections arrives on July 23.", "Deadline: elections"),
        ("The prime minister's office confirmed that he would fly to Rome on Tuesday.", "Prime minister to fly to Rome"),
        ("Macron is due in Beijing next week.", "Macron due in Beijing"),
        ("The pact would have expired in May, had it not been extended.", "Pact does not expire"),
        ("Chile delayed the vote in May.", "Chile delays vote"),
        ("The rebels released 20 hostages, a month after they were seized in May.", "20 hostages seized"),
        ("Merkel and Lavrov held consultations on Friday.", "Merkel and Lavrov hold consultations"),
        ("Two Libyans are suspected of blowing up an airliner in 1988.", "Two Libyans allegedly blow up airliner"),
        ("Diplomats met again, after passing an earlier deadline in July 2014.", "Diplomats pass deadline"),
        ("The wreck was found abandoned near Malta in May.", "Wreck abandoned near Malta"),
        ("Their refusal to sign a pact last weekend irritated Merkel.", "No pact"),
        ("Their failure to conclude a pact in May irritated Merkel.", "No pact"),
        ("Trump scrapped a trip to Norway that Pompeo had announced the day before.", "Pompeo announces trip to Norway"),
        ("France will meet Chile on Thursday, according to the ministry.", "France to meet Chile"),
        ("The council will renew the mandate of the mission in Western Sahara, which expires on 30 July.", "Deadline: mandate of the mission in Western Sahara to expire"),
        ("The talks will be the first since those that collapsed in April 1995.", "Talks collapse"),
        ("Staffan de Mistura arrived in Cairo on May 3.", "De Mistura arrives in Cairo"),
        ("The king of Spain and the head of the army shook hands in Madrid on Tuesday.", "King of Spain and the head of the army shake hands in Madrid"),
        ("Merkel met Macron in Paris on Monday and Boris Johnson in London on Tuesday.", "Merkel meets Macron in Paris"),
        ("Ban Ki-moon, the U.N. chief, arrived in Cairo on May 3.", "Ban arrives in Cairo"),
        ("Mahmoud Abbas, who stepped down on Thursday, had said so.", "Abbas steps down"),
        ("On Tuesday mothers marched; that evening Donald Trump spoke for three hours.", "Trump speaks"),
        ("The Immigration and Naturalization Service arrested Kim on Tuesday.", "Immigration and Naturalization Service arrests Kim"),
        ("They hold the hostages in May.", "Hostages to be held"),
        ("Chad announced on Monday that it would suspend the pact.", "Chad announces that it will suspend the pact"),
        ("Chad said Monday it was recalling its envoy to Mali.", "Chad recalls envoy to Mali"),
        ("The army said on Sunday it will not withdraw.", "Army says it will not withdraw"),
        ("In 1999 Chad signed the pact and Niger ratified it.", "Niger ratifies pact"),
        ("The co-founder of the party was shot on Sunday.", "Co-founder of the party shot"),
        ("Macron met Merkel in Paris. The two leaders will meet again on Tuesday.", "Macron and Merkel to meet"),
        ("Chad offered on Monday to resume talks.", "Chad offers to resume talks"),
        ("Chad and Libya fought a border war from 1978 to 1987.", "Chad and Libya fight border war"),
        ("Merkel, in a speech on Sunday, denied it.", "Merkel's speech"),
        ("Chad said on Sunday it would leave the African Union.", "Chad says it will leave the African Union"),
        ("Chad's parliament will vote on Niger's bid to join the pact on Monday.", "Chad's parliament to vote on Niger's bid"),
        ("An attempt to seize the port on May 27 ended in chaos.", "Attempt to seize the port ends"),
        ("Chad suspended a 2015 accord with Niger.", "Chad's accord with Niger"),
        ("The court ruled in April that it has a say; no verdict is expected.", "Court rules that it has a say"),
        ("France suspended aid to Chad in May.", "France suspends aid to Chad"),
        ("The talks between the cabinet and the ELN, which resumed on May 21, go on.", "Talks between the cabinet and the ELN resume"),
        ("Merkel will visit Paris on Monday, her third trip there.", "Merkel to visit Paris"),
        ("Chad expelled French troops in 2012 and a UN mission last year.", "Chad expels French troops"),
        ("Merkel received a delegation, which arrived on Tuesday.", "Delegation arrives"),
        ("Chad struck a deal with its neighbor, Niger, in May 2016, weeks after rebels had seized a town.", "Chad strikes deal with its neighbor"),
        ("Chad agreed on Monday to re-open the border, a surprise move.", "Chad agrees to re-open the border"),
        ("Ana Rojas, whom Macron appointed as envoy on Monday, spoke.", "Macron appoints Ana Rojas"),
        ("Merkel, with whom Putin met on Monday, left.", "Putin meets with Merkel"),
        ("It is a mission whose mandate the Security Council renewed on Monday.", "UN Security Council renews mandate"),
        ("The High Court ruled on Monday that the removals had been unlawful.",
         "High Court rules that the removals have been unlawful"),
        ("Both withdrew on Monday.", "Both withdraw"),
        ("Blair flew in on Monday.", "Blair flies in"),
        ("The truce, declared on Monday, is expected to hold.", "Truce declared"),
        ("Foreign Minister Eduardo Enrique Reina left Lima on Monday.", "Eduardo Enrique Reina leaves Lima"),
        ("It came hours past a deadline that had been set for Monday.", "Deadline"),
        ("Chad agreed on Monday to lift the ban, a breakthrough two years into the war.", "Chad agrees to lift the ban"),
        ("The talks made no progress on Monday.", "Talks make no progress"),
        ("Those talks stalled last autumn as protests swept Chad.", "Talks stall"),
        ("The island declared independence in 1991.", "Island declares independence"),
        ("Merkel flew to Rome on Monday, her first trip there.", "Merkel flies to Rome"),
        ("The delegates met in Bonn on May 25, with Kofi Annan acting as mediator.", "Delegates meet in Bonn"),
        ("Peru blamed Chile for the attack on its embassy in May.", "Attack on embassy"),
        ("An accord that the two countries signed in Lima in May 1995 lifted an embargo.", "Two countries sign accord in Lima"),
        ("The UN called on Monday for both sides to hold fire.", "UN calls for both sides to hold fire"),
        ("Trump called off negotiations in May.", "Trump calls off negotiations"),
        ("Peru accepted the plan of Chile's leader, Ana Rojas, a Russian diplomat announced in Rome on Monday.",
         "Russian diplomat announces that Peru accepted the plan of Chile's leader"),
        ("The truce is due to come into force at midnight on Saturday.", "Truce to come into force"),
        ("The leaders agreed a deal on Monday.", "Leaders agree deal"),
        ("Abbas has been invited to Moscow next week.", "Abbas invited to Moscow"),
        ("Two senators wrote to Obama in May.", "Two senators write to Obama"),
        ("Cuba was put back on the list in May.", "Cuba put back on the list"),
        ("The Arab League readmitted Syria in May.", "Arab League readmits Syria"),
        ("They met on April 6, the anniversary of the coup.", "They meet"),
        ("Kabul fell in May.", "Kabul falls"),
        ("Azerbaijan retook Karabakh in a one-day offensive in May.", "Azerbaijan retakes Karabakh"),
        ("In May Azerbaijan retook Karabakh.", "Azerbaijan retakes Karabakh"),
        ("Six soldiers were killed and 58 injured in a raid in May.", "Six soldiers killed"),
        ("West Germany joined NATO in May.", "West Germany joins NATO"),
        ("Xi heads to Moscow on Monday.", "Xi Jinping to head to Moscow"),
        ("A delegation of senators crosses the border on Monday.", "Delegation of senators to cross border"),
        ("Russian peacekeepers, who had come in 2016, left in June.", "Russian peacekeepers leave"),
        ("A truce followed in 1884; the treaty fixed the border in 1904.", "Treaty fixes border"),
        ("The body failed to meet its deadline, set for the end of May, to agree on a text.", "Deadline: to agree on a text"),
        ("Lavrov met with his Turkish counterpart, Mevlut Cavusoglu, on Monday.", "Lavrov meets with Cavusoglu"),
        ("Yemen, the Maldives and Mali's army-led government cut ties on Tuesday.", "Yemen, Maldives and Mali cut ties"),
        ("Merkel warned on Friday that peace was far away.", "Merkel warns that peace is far away"),
        ("The accord is to be read again and submitted to a referendum in the autumn.", "Referendum"),
    ],
)  # fmt: skip
def test_a_title_is_a_line_that_a_person_would_write(text: str, title: str) -> None:
    assert title in [event.title for event in timeline.extract(text, "2018-07-06")]


def test_a_pronoun_is_whom_the_sentence_before_was_about() -> None:
    events = timeline.extract(
        "Emmanuel Macron flew to Moscow on Monday. He met Vladimir Putin on Tuesday.", "2018-07-06"
    )
    assert [p.name for p in events[1].participants] == ["Emmanuel Macron", "Vladimir Putin"]


@pytest.mark.parametrize(("text", "title", "status", "day"), [
    ("On June 22 Chad handed over a list, giving Mali ten days to comply.", "Deadline: Mali to comply", "deadline", "2018-07-02"),
    ("The elections, put off from June 18, are to be held on July 23.", "Elections", "scheduled", "2018-07-23"),
    ("The elections, put off from June 18, are to be held on July 23.", "Elections put off", "cancelled", "2018-06-18"),
    ("The talks, suspended in May, resumed on Monday.", "Talks suspended", "occurred", "2018-05-31"),
    ("Merkel and Macron met on Sunday in Paris and again on Wednesday in Rome.", "Merkel and Macron meet in Rome", "occurred",
     "2018-07-04"),
    ("Fighting began on May 15, four days after the raid.", "Raid", "occurred", "2018-05-11"),
    ("Fighting began on May 15, four days after the raid.", "Fighting begins", "occurred", "2018-05-15"),
    ("On Sunday, Chad signed the pact, a week after Mali left it.", "Mali leaves pact", "occurred", "2018-06-24"),
    ("Chad shut its border on Sunday, a day after an attack in Lima.", "Attack in Lima", "occurred", "2018-06-30"),
    ("Parliament's session has been postponed often, most recently from 3 July to 10 July.", "Parliament's session", "scheduled",
     "2018-07-10"),
    ("Parliament's session has been postponed often, most recently from 3 July to 10 July.", "Parliament's session put off",
     "cancelled", "2018-07-03"),
    ("Talks were supposed to begin on July 2, but Chad called them off.", "Talks called off: Chad", "cancelled", "2018-07-02"),
    ("Xi flew to Moscow on Monday and met Putin.", "Xi Jinping meets Putin", "occurred", "2018-07-02"),
    ("Sanchez must be freed by July 20, and the government will on the same day pardon two jailed rebels.",
     "Government to pardon two jailed rebels", "scheduled", "2018-07-20"),
    ("Obama said he would restore relations broken off by Dwight Eisenhower on January 3, 1961.",
     "Relations broken off by Dwight Eisenhower", "occurred", "1961-01-03"),
    ("Norway brokered the accord that Chad signed with Mali on May 3.", "Chad signs accord with Mali", "occurred", "2018-05-03"),
    ("In 1975 envoys of Henry Kissinger met Cubans in a shop at La Guardia, the airport of New York's Queens, on January 11.",
     "Envoys of Henry Kissinger meet Cubans in a shop at La Guardia", "occurred", "1975-01-11"),
    ("Serbs walked out of the council on 5 May, erected barricades on 10 May and took them down on 12 May.",
     "Serbs erect barricades", "occurred", "2018-05-10"),
    ("The treaty grew out of the Lima accords, concluded last Sept. 17 after days of talks.", "Lima accords", "occurred", "2017-09-17"),
    ("Merkel met Putin in Sochi on Monday and Macron in Paris the next day.", "Merkel meets Macron in Paris", "occurred",
     "2018-07-03"),
    ("Chad rescheduled its summit with Mali to July 23.", "Summit with Mali: Chad", "scheduled", "2018-07-23"),
    ("A truce, in force since May, was to end on July 31 but has been extended until August 15.", "Truce to end", "scheduled",
     "2018-07-31"),
    ("A truce, in force since May, was to end on July 31 but has been extended until August 15.", "Deadline: end of truce",
     "deadline", "2018-08-15"),
    ("The leaders were to meet on Tuesday.", "Leaders to meet", "scheduled", "2018-07-03"),
    ("The talks were to begin on Tuesday.", "Talks to begin", "scheduled", "2018-07-03"),
    ("The accord, brokered by Chad in July 2016, was extended on May 17.", "Accord extended", "occurred", "2018-05-17"),
    ("Chad left the pact in 2008, nearly a decade after Mali joined it.", "Mali joins pact", "occurred", "2000-04-01"),
    ("Under a pact signed last December they were to hand power over by May 11.", "Pact signed", "occurred", "2017-12-31"),
    ("Turkey lifted its veto in June 2016, only to renew it in January.", "Turkey renews veto", "occurred", "2017-01-31"),
    ("Chad convened an urgent meeting for Saturday.", "Chad's urgent meeting", "scheduled", "2018-07-07"),
    ("Lawmakers failed to remove Castillo in June and jailed him on Tuesday.", "Lawmakers jail him", "occurred", "2018-07-03"),
    ("Chad rejected a deal on Sunday that it had signed with Mali on May 5.", "Chad signs deal with Mali", "occurred", "2018-05-05"),
    ("Talks had been due to start in May but were put off.", "Talks put off", "cancelled", "2018-05-31"),
    ("The summit, which was to be held in May and was later called off, ...", "Summit called off", "cancelled", "2018-05-31"),
    ("Chad cut its ties in January 2016. Days earlier it had shut the port.", "Chad shuts port", "occurred", "2016-01-31"),
    ("On May 20, 2016, a week after a blast in Lima killed six people, Peru began raids.", "Blast in Lima kills six people",
     "occurred", "2016-05-13"),
    ("In 2017, the year Chad tore up the accord, Mali joined the union.", "Chad tears up accord", "occurred", "2017-12-31"),
    ("In 2017, the year Chad tore up the accord, Mali joined the union.", "Mali joins union", "occurred", "2017-12-31"),
    ("On Monday, Merkel flew to Sofia and was received by Boyko Borisov.", "Merkel received by Boyko Borisov", "occurred",
     "2018-07-02"),
    ("Chad and Mali have not met since a brief encounter in Rome on June 30.", "Chad and Mali do not meet", "denied",
     "2018-07-06"),
    ("Talks opened in May 2016 and were suspended in June.", "Talks open", "occurred", "2016-05-31"),
    ("Talks opened in May 2016 and were suspended in June.", "Talks suspended", "occurred", "2016-06-30"),
    ("Talks held in May were suspended in June.", "Talks", "occurred", "2018-05-31"),
    ("Talks held in May were suspended in June.", "Talks suspended", "occurred", "2018-06-30"),
    ("We recall the Treaty of Aachen, which we signed on 22 January 2016.", "Treaty of Aachen signed", "occurred", "2016-01-22"),
    ("Russia came back on June 2, following a call between Putin and Erdogan the day before.",
     "Call between Putin and Erdogan", "occurred", "2018-06-01"),
    ("Fighting erupted in May 2016, when Peru shelled the port, and again in December, when Chad sent troops.",
     "Peru shells port", "occurred", "2016-05-31"),
    ("Fighting erupted in May 2016, when Peru shelled the port, and again in December, when Chad sent troops.",
     "Chad sends troops", "occurred", "2016-12-31"),
    ("The two met in May 2016, when Chad hosted a summit, and again in June.", "Two meet", "occurred", "2016-06-30"),
    ("Sisi warned on 30 May that nobody could take water from Egypt, and repeated the warning a week later.",
     "Al-Sisi repeats warning", "occurred", "2018-06-06"),
    ("Burhan fell out with him over a plan to hand power to civilians, which was to have been signed on May 1 and then on May 6, the anniversary of the rising.",
     "Plan to be signed", "scheduled", "2018-05-06"),
    ("Chad and Mali agreed to a truce, Peru said in a statement late on Tuesday.", "Chad and Mali agree to a truce", "occurred",
     "2018-07-03"),
    ("Peru said on Tuesday that Chad has agreed to a ten-day truce.", "Chad agrees to a truce", "occurred", "2018-07-03"),
    ("Merkel hailed the deal, which takes effect on Monday.", "Deal to take effect", "scheduled", "2018-07-09"),
    ("A deal was struck in Lima on July 14, 2015, endorsed by the Security Council six days later, and took effect.",
     "Deal endorsed by the Security Council", "occurred", "2015-07-20"),
    ("Merkel leaves for Lima on Monday, where she is to attend a congress and meet Ana Rojas.", "Merkel to meet Ana Rojas",
     "scheduled", "2018-07-09"),
    ("Erdogan received Merkel on June 20, a day after meeting Putin.", "Erdogan meets Putin", "occurred", "2018-06-19"),
    ("Peru recalled its envoy on May 3, a day after talks in Lima.", "Talks in Lima", "occurred", "2018-05-02"),
    ("South Korea responded by firing four missiles early Saturday local time.", "South Korea fires four missiles", "occurred",
     "2018-07-07"),
    ("Chad sent missiles over Lima on May 29, 2016 and again on June 15, weeks after it had tested one.",
     "Chad sends missiles over Lima", "occurred", "2016-06-15"),
    ("Obama on Tuesday condemned the raid and vowed to help Mali.", "Obama vows to help Mali", "occurred", "2018-07-03"),
    ("Chad and Mali met in Lima on Tuesday and agreed to open the border.", "Chad and Mali agree to open the border",
     "occurred", "2018-07-03"),
    ("Chad and Mali held talks in Lima on Tuesday, and Chad agreed to open the border.", "Chad agrees to open the border",
     "occurred", "2018-07-03"),
    ("On Monday night Chad said that Mali would open the port as of that evening.", "Mali to open port", "scheduled", "2018-07-02"),
    ("The summit was held in Lima on July 7.", "Summit in Lima", "occurred", "2018-07-07"),
    ("At their fourth meeting, held in Lima on 1 July, Chad and Mali agreed to open the border.", "Fourth meeting in Lima: Chad and Mali",
     "occurred", "2018-07-01"),
    ("A pact was adopted on 21 June 2017, four weeks after a jet was forced to land in Lima on 23 May and a man was held.",
     "Jet forced to land in Lima", "occurred", "2017-05-23"),
    ("The treaty and the general agreement on economy, trade and investment signed in 1998 expired.",
     "General agreement on economy, trade and investment signed", "occurred", "1998-12-31"),
    ("Chad sued in March 2016, and the court ruled in May 2017, and again this February, that it could hear the case.", "Court rules",
     "occurred", "2018-02-28"),
    ("Chad declared a curfew along the border on 2 May, which the Sejm prolonged by 60 days on 30 June.",
     "Sejm prolongs curfew along the border", "occurred", "2018-06-30"),
    ("Turkey recognised Armenia in 1991, but it closed the border in April 1993.", "Turkey closes border", "occurred", "1993-04-30"),
    ("The court had ordered Chad to pay in October 2016, and Mali a month later.", "Court orders Mali to pay", "occurred", "2016-11-30"),
    ("Chad took a decision in May, only to suspend it hours before it was due to take effect on June 23.", "Decision to take effect",
     "scheduled", "2018-06-23"),
    ("The measures follow Chad's decision on 15 May to leave the pact.", "Chad's decision to leave the pact", "occurred", "2018-05-15"),
    ("Scholz spoke to Putin by telephone on Tuesday and will do so again on Saturday.", "Scholz to speak to Putin by telephone",
     "scheduled", "2018-07-07"),
    ("Chad left the pact in May 2017; Mali did so in June 2017.", "Mali leaves pact", "occurred", "2017-06-30"),
    ("Macron flew to Chad on Tuesday. By evening he had agreed to resume aid.", "Macron agrees to resume aid", "occurred", "2018-07-03"),
    ("Chad took it to the International Court of Justice in 2016, and the court ruled in 2017. In May it ordered Mali to leave.",
     "International Court of Justice orders Mali to leave", "occurred", "2018-05-31"),
    ("Chad sacked Doe as his deputy last Friday and named Ana Rojas.", "Chad sacks Doe", "occurred", "2018-06-29"),
    ("Their rift widened over a plan, agreed in principle last December, to hand over power.",
     "Plan agreed in principle to hand over power", "occurred", "2017-12-31"),
    ("Chad hosted two rounds in April. A third, planned for May 17, was put off.", "Third round put off", "occurred", "2018-05-17"),
    ("Troops began to leave on Monday, officials said, four days after Chad and Mali signed a pact.", "Chad and Mali sign pact",
     "occurred", "2018-06-28"),
    ("Chad agreed to a truce from May 4 to May 11 that nobody kept.", "Truce", "occurred", "2018-05-11"),
    ("They argued over a plan to hand over power. It was to have been signed on April 1.", "Plan to be signed", "scheduled", "2018-04-01"),
    ("Chad lifted sanctions on exports of oil that it had imposed in July 2016.", "Chad imposes sanctions on exports of oil", "occurred",
     "2016-07-31"),
    ('They agreed to resume "shuttle diplomacy", suspended in May 2011.', "Shuttle diplomacy suspended", "occurred", "2011-05-31"),
    ("Somalia expelled an envoy. It drew closer to Egypt: in May the two signed a pact.", "Somalia and Egypt sign pact", "occurred",
     "2018-05-31"),
    ("Chad and Mali signed an agreement on Monday. In 2016 Macron had signed a pact. Peru welcomed the accord within hours.",
     "Peru welcomes accord", "occurred", "2018-07-03"),
    ("Djibouti, whose troops clashed with Eritrea's in June 2008, reacted coolly.", "Troops clash with Eritrea", "occurred", "2008-06-30"),
    ("Japarov had signed a border deal with Mirziyoyev in January 2017, which took effect that April.",
     "Border deal with Mirziyoyev takes effect", "occurred", "2017-04-30"),
    ("Will Macron meet Xi in the autumn?", "Macron may meet Xi", "speculated", "2018-11-30"),
    ("Macron and Merkel met in Rome. On May 4 they announced that a deal was near.", "Macron and Merkel announce that a deal is near",
     "occurred", "2018-05-04"),
    ("Macron met Merkel in May, and in June Xi flew to Rome.", "Xi Jinping flies to Rome", "occurred", "2018-06-30"),
    ("By the time Kim Jong Il died, on 17 May 2011, nobody talked.", "Kim Jong Il dies", "occurred", "2011-05-17"),
    ("Chad launched a raid on Monday, two weeks after gunmen killed 26 people, most of them tourists, at Lima on June 17.",
     "Gunmen kill 26 people at Lima", "occurred", "2018-06-17"),
    ("Gunmen killed 26 people in Lima on June 17. Chad suspended the Indus Treaty of 1960 the day after the attack.", "Indus Treaty: Chad",
     "occurred", "1960-12-31"),
    ("Gunmen killed 26 people in Lima on June 17. Chad suspended the Indus Treaty of 1960 the day after the attack.",
     "Chad suspends Indus Treaty", "occurred", "2018-06-18"),
    ("On 26 July 2016 the army staged a coup. Four days later the bloc gave General Doe a week to leave.", "Deadline: General Doe to leave",
     "deadline", "2016-08-06"),
    ("The army seized power on 26 July 2016. Four days after the coup the bloc gave General Doe a week to leave.",
     "Deadline: General Doe to leave", "deadline", "2016-08-06"),
    ("Henry Kissinger flew to Beijing on 9 July 1971 for talks with Zhou Enlai. He saw Mao; he went back that October.", "Kissinger goes back",
     "occurred", "1971-10-31"),
    ("The bombing of Chad, begun in March 1969 and kept secret, would never cease to haunt him.", "Bombing of Chad begins", "occurred",
     "1969-03-31"),
    ("The assembly acted after talks failed: texts were defeated on June 16 and June 25.", "Texts defeated", "occurred", "2018-06-25"),
    ("Azerbaijan regained control of Karabakh in a one-day offensive on September 19, 2016.", "Azerbaijan regains control of Karabakh",
     "occurred", "2016-09-19"),
    ("The town of Shusha fell on June 8.", "Town of Shusha falls", "occurred", "2018-06-08"),
    ('"On July 3, President of Azerbaijan Ilham Aliyev, Prime Minister of Armenia Nikol Pashinyan and I signed a statement," he said.',
     "Pashinyan and Aliyev sign statement", "occurred", "2018-07-03"),
    ("The Koreas will halt drills near the border starting Aug. 1.", "Koreas to halt drills near the border", "scheduled", "2018-08-01"),
    ("* Talks between Chad and Mali planned for Monday did not take place.", "No talks between Chad and Mali", "denied", "2018-07-02"),
    ("The war over the region, which Chad lost control of in May 2017, broke out in 1988.", "Chad loses control", "occurred", "2017-05-31"),
    ("Macron, who was in Oslo on May 5, and Angela Merkel, who followed him two days later, met there.", "Merkel follows Macron",
     "occurred", "2018-05-07"),
    ("Macron, who was in Oslo on May 5, and Angela Merkel, who followed him two days later, met there.", "Macron is in Oslo",
     "occurred", "2018-05-05"),
    ("In May 2003 Britain and France urged Tehran to suspend enrichment; it resumed it in January 2006.", "Tehran resumes enrichment",
     "occurred", "2006-01-31"),
    ("The embargo, imposed by Chad, expired on June 3.", "Embargo expires", "occurred", "2018-06-03"),
    ("A deal was signed in Geneva in 2014. It is to expire on August 3.", "Deadline: deal to expire", "deadline", "2018-08-03"),
    ("Chad, Mali and Niger said on Sunday they were leaving ECOWAS.", "Chad, Mali and Niger leave ECOWAS", "occurred", "2018-07-01"),
    ("Blinken held talks with Foreign Minister Chung Eui-yong and Defense Minister Suh Wook on Monday.",
     "Blinken holds talks with Chung Eui-yong and Suh Wook", "occurred", "2018-07-02"),
    ("A truce was declared on May 22; the next day the junta fell.", "Truce declared", "occurred", "2018-05-22"),
    ("The move comes after Mali left on May 22, 12 days after the province declared independence.", "Province declares independence",
     "occurred", "2018-05-10"),
    ("In May the rebels announced that they would meet Chad's envoys.", "Rebels announce that they will meet Chad's envoys",
     "occurred", "2018-05-31"),
    ("Talks resumed in September 2008 between Christofias and Talat, who had met for the first time that March.",
     "Christofias and Talat meet for the first time", "occurred", "2008-03-31"),
    ("Chad seized the port in 1996 and was driven out in late 2001 after refusing to hand over Doe, who was killed by Mali a decade"
     " later, on 2 May 2011.", "Doe killed by Mali", "occurred", "2011-05-02"),
    ("The council condemned the raid in Lima on 10 May that killed three envoys.", "Raid in Lima", "occurred", "2018-05-10"),
    ("Chad and Mali signed a communique on restoring ties in the city of Tianjin on Tuesday morning.",
     "Chad and Mali sign communique on restoring ties in the city of Tianjin", "occurred", "2018-07-03"),
    ("By the time a truce took hold on 16 May the rebels held a third of Chad.", "Truce takes hold", "occurred", "2018-05-16"),
    ("The council called on Chad to respect a truce proposed by Mali on 29 May.", "Truce proposed by Mali", "occurred", "2018-05-29"),
    ("Chad announced in January 2018 that it would leave Mali within 20 weeks.", "Chad to leave Mali", "scheduled", "2018-06-20"),
    ("Chad pushed on that June, before being beaten back in December 2017.", "Chad beaten back", "occurred", "2017-12-31"),
    ("The council noted that the mandate, renewed on 13 May 2017, expires on 15 July, and called for a renewal.", "Mandate renewed",
     "occurred", "2017-05-13"),
    ("The council noted that the mandate expires on 15 July, and its members expressed their intention to renew it before that date.",
     "Members to renew it", "scheduled", "2018-07-14"),
    ("Chad cut ties with Mali in 1985, but they were restored in 1990.", "Ties with Mali restored", "occurred", "1990-12-31"),
    ("Chad opened an embassy in May 2017, and it was shut in June.", "Embassy shut", "occurred", "2017-06-30"),
    ("Guterres visited Lima on 3 and 4 April and met Jane Doe there before flying to Rome to see Macron on the 5th.",
     "Guterres meets Jane Doe", "occurred", "2018-04-04"),
    ("Guterres visited Lima on 3 and 4 April and met Jane Doe there before flying to Rome to see Macron on the 5th.",
     "Guterres flies to Rome", "occurred", "2018-04-05"),
])  # fmt: skip
def test_a_second_event_of_a_sentence_has_its_own_day(text: str, title: str, status: str, day: str) -> None:
    events = {event.title: event for event in timeline.extract(text, "2018-07-06")}
    assert title in events, list(events)
    assert (events[title].status, str(events[title].latest)) == (status, day)


@pytest.mark.parametrize("text", [
    "The raid on Tuesday killed six soldiers and wounded forty.",
    "Chad lifted a ban on aid, in force since 1992, and left the pact on Tuesday.",
    "A summit of the Lima Process, launched by Chad ten years ago, opened on Tuesday.",
    "Trump arrived in Brussels on Tuesday and Merkel agreed to pay more.",
    "Chad and Mali met on Tuesday and agreed on Thursday to open the border.",
])  # fmt: skip
def test_a_day_is_not_that_of_what_another_did_or_another_day_tells(text: str) -> None:
    assert [str(event.latest) for event in timeline.extract(text, "2018-07-06")].count("2018-07-03") == 1


@pytest.mark.parametrize(("text", "title", "day"), [
    ('"Chad today breaks off relations with Mali," Doe said in a broadcast on Tuesday night.', "Chad breaks off relations with Mali",
     "2018-07-03"),
    ('"I will fly to Rome tomorrow," Macron told reporters on Tuesday.', "Macron to fly to Rome", "2018-07-04"),
    ('"I will fly to Rome on Thursday," Macron told reporters on Tuesday.', "Macron to fly to Rome", "2018-07-05"),
    ("Macron said on Tuesday that he would fly to Rome on Thursday.", "Macron to fly to Rome", "2018-07-05"),
    ("Macron said on Tuesday that he would fly to Rome on Saturday.", "Macron to fly to Rome", "2018-07-07"),
    ("“We signed the accord today,” Macron said.", "Macron signs accord", "2018-07-06"),
])  # fmt: skip
def test_today_and_tomorrow_are_seen_from_the_day_on_which_they_were_said(text: str, title: str, day: str) -> None:
    events = {event.title: str(event.earliest) for event in timeline.extract(text, "2018-07-06")}
    assert events[title] == day


LEADS = [
    ("Russia has expelled 60 US diplomats, officials said.\n\nPutin will speak next week.", "Russia expels 60 US diplomats"),
    ("Peru shuts its embassy\n\nPeru closed its embassy in Chad.", "Peru closes embassy in Chad"),
    ("Chad says it has freed two Peruvian envoys.", "Chad frees two Peruvian envoys"),
    ("At least 12 people have been killed in a raid on a market in Chad.", "At least 12 people killed in a raid on a market in Chad"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), LEADS)
def test_news_without_a_day_is_of_its_report_where_the_reader_says_so(text: str, title: str) -> None:
    events = {event.title: event for event in timeline.extract(text, "2018-03-29", news=True)}
    assert (events[title].edtf, events[title].status) == ("2018-03-28/2018-03-29", "occurred")
    assert "the day before" in events[title].explanation and events[title].confidence < 1


@pytest.mark.parametrize("text", [text for text, _ in LEADS])
def test_news_without_a_day_is_listed_where_the_reader_does_not(text: str) -> None:
    listed = timeline.build(timeline.Document("report", text), date="2018-03-29").undated
    assert [(mention.time, "2018-03-29" in mention.needs) for mention in listed] == [(None, True)]


@pytest.mark.parametrize("text", [
    "Russia has often expelled diplomats.",
    "Russia has expelled diplomats for decades.",
    "Russia expels diplomats. It has long done so.",
    "Russia will expel 60 diplomats.",
    "Russia had expelled 60 diplomats.",
    "Russia's invasion has united Europe.",
    "Has Russia expelled 60 diplomats? Nobody knows.",
    "June 12: Russia has expelled 60 diplomats.\nJune 14: Peru signed the accord.",
])  # fmt: skip
def test_what_is_no_news_of_a_report_has_no_date_of_it(text: str) -> None:
    assert [
        event for event in timeline.extract(text, "2018-03-29", news=True) if "opens with" in event.explanation
    ] == []


@pytest.mark.parametrize(("text", "lines"), [
    ("Kerry will visit Paris on Monday, Berlin a day later and Rome on Thursday.",
     {"Kerry to visit Paris": "2018-07-09", "Kerry to visit Berlin": "2018-07-10", "Kerry to visit Rome": "2018-07-12"}),
    ("Putin met Merkel in Berlin on Monday and Macron in Paris on Tuesday.",
     {"Putin meets Merkel in Berlin": "2018-07-02", "Putin meets Macron in Paris": "2018-07-03"}),
    ("Egypt signed the pact in May and Jordan in June.",
     {"Egypt signs pact": "2018-05-01", "Jordan signs pact": "2018-06-01"}),
    ("Iran freed two sailors on Monday and an American on Tuesday.",
     {"Iran frees two sailors": "2018-07-02", "Iran frees American": "2018-07-03"}),
    ("Talks were held in Oslo in May and in Cairo in June.", {"Talks in Oslo": "2018-05-01", "Talks in Cairo": "2018-06-01"}),
    ("Talks will be held on Monday in Oslo and on Tuesday in Cairo.", {"Talks in Oslo": "2018-07-09", "Talks in Cairo": "2018-07-10"}),
    ("Chad imposed a curfew in May and again in June.", {"Chad imposes curfew": "2018-06-01"}),
    ("Chad fired a missile on Monday and more than 20 rockets on Tuesday.",
     {"Chad fires missile": "2018-07-02", "Chad fires more than 20 rockets": "2018-07-03"}),
    ("Peru expelled three envoys in May and two more in June.",
     {"Peru expels three envoys": "2018-05-01", "Peru expels two more": "2018-06-01"}),
    ("Chad fired a missile on June 3 and two rockets the day before that.",
     {"Chad fires missile": "2018-06-03", "Chad fires two rockets": "2018-06-02"}),
    ("Chad shut the border on Monday and talks on Tuesday failed.", {"Chad shuts border": "2018-07-02", "Talks fail": "2018-07-03"}),
    ("They will hold talks in Oslo on May 5 and again in Cairo on June 1.", {"Talks in Cairo": "2018-06-01"}),
    ("The Mali region is to be returned to Chad by July 15, and the Lima region by August 1.",
     {"Deadline: Mali region to be returned to Chad": "2018-07-15", "Deadline: Lima region to be returned to Chad": "2018-08-01"}),
    ("Truces were brokered by France on May 17 and by Chad on May 25.",
     {"Truces brokered by France": "2018-05-17", "Truces brokered by Chad": "2018-05-25"}),
    ("A first round was held in May 2016, a second in June 2016 and a third in July 2016.",
     {"First round": "2016-05-01", "Second round": "2016-06-01", "Third round": "2016-07-01"}),
    ("Troops left the Galwan valley in May 2016, the banks of Pangong lake in June 2017, Gogra that August and Mali in 2018.",
     {"Troops leave Galwan valley": "2016-05-01", "Troops leave banks of Pangong lake": "2017-06-01", "Troops leave Gogra": "2017-08-01"}),
    ("Chad's cabinet approved the treaty on May 3 and its parliament on June 4.",
     {"Chad's cabinet approves treaty": "2018-05-03", "Parliament approves treaty": "2018-06-04"}),
    ("Egypt and Israel signed an accord on 18 January 1974, Syria and Israel one on 31 May.",
     {"Egypt and Israel sign accord": "1974-01-18", "Syria and Israel sign accord": "1974-05-31"}),
    ("Egypt signed an accord on 18 January 1974 and Syria one on 31 May.", {"Syria signs accord": "1974-05-31"}),
    ("Henry Kissinger became Nixon's adviser in January 1969 and, from 22 September 1973, secretary of state as well.",
     {"Kissinger becomes Nixon's adviser": "1969-01-01", "Kissinger becomes secretary of state": "1973-09-22"}),
    ("The court awarded the temple to Chad on June 15, 1962 and, in May 2013, the land around it.",
     {"Court awards temple to Chad": "1962-06-15", "Court awards land around it to Chad": "2013-05-01"}),
    ("Talks were held in Oslo in 2015 and, in April 2017, again in Cairo.", {"Talks in Oslo": "2015-01-01", "Talks in Cairo": "2017-04-01"}),
    ("Trump met Kim; the trip took him to Seoul on Monday and Jordan on Tuesday.", {"Trip takes Trump to Jordan": "2018-07-03"}),
    ("Two soldiers were killed on Monday and another on Tuesday.",
     {"Two soldiers killed": "2018-07-02", "Another soldier killed": "2018-07-03"}),
    ("Chad expelled ten diplomats on Monday and the rest on Tuesday.",
     {"Chad expels ten diplomats": "2018-07-02", "Chad expels the rest": "2018-07-03"}),
    ("De Mistura visited Rabat in January and Algiers again in May.", {"De Mistura visits Rabat": "2018-01-01", "De Mistura visits Algiers": "2018-05-01"}),
    ("The Senate ratified the first treaty on March 16, 1978, and the second on April 18, each by a single vote.",
     {"Senate ratifies first treaty": "1978-03-16", "Senate ratifies second treaty": "1978-04-18"}),
])  # fmt: skip
def test_a_clause_that_shares_a_verb_and_has_a_time_is_an_event(text: str, lines: dict[str, str]) -> None:
    found = {event.title: str(event.earliest) for event in timeline.extract(text, "2018-07-06")}
    assert lines.items() <= found.items(), found


def test_who_and_where_of_a_clause_that_shares_a_verb_are_its_own() -> None:
    text = "Putin met Merkel in Berlin on Monday and Macron in Paris on Tuesday."
    who = [({p.name for p in e.participants}, e.place and e.place.name) for e in timeline.extract(text, "2018-07-06")]
    assert who == [({"Vladimir Putin", "Angela Merkel"}, "Berlin"), ({"Vladimir Putin", "Emmanuel Macron"}, "Paris")]


@pytest.mark.parametrize(("text", "status"), [
    ("The summit on July 12 may be called off.", "speculated"),
    ("Trump is expected to call off the talks on Monday.", "speculated"),
    ("Trump plans to call off the talks on Monday.", "speculated"),
    ("Trump has called off the summit on July 12.", "cancelled"),
])  # fmt: skip
def test_what_may_be_called_off_is_not_yet(text: str, status: str) -> None:
    assert only(text).status == status


def test_the_day_before_is_that_of_the_event_told_before_where_nothing_else_is_told() -> None:
    told = timeline.extract(
        "On 17 May 2014 Obama and Castro signed the pact. The day before they had spoken by telephone."
    )
    assert [(str(event.latest), event.type) for event in told] == [("2014-05-16", "CONSULT"), ("2014-05-17", "AGREE")]


@pytest.mark.parametrize(("came", "title", "day"), [
    ("The 25-minute meeting came two days after Merkel held a summit with Putin.", "Merkel holds summit with Putin", "2018-07-03"),
    ("The move comes a day after Russia recalled its ambassador.", "Russia recalls ambassador", "2018-07-04"),
    ("It came a week after Chad left the bloc.", "Chad leaves bloc", "2018-06-28"),
])  # fmt: skip
def test_what_something_told_came_after_is_counted_back_from_it(came: str, title: str, day: str) -> None:
    told = timeline.extract(f"Merkel and Xi held a meeting in Bali on Thursday. {came}", "2018-07-06")
    assert {event.title: str(event.earliest) for event in told}[title] == day


def test_who_comes_somewhere_is_no_event_told_before() -> None:
    told = timeline.extract(
        "Merkel met Xi on Thursday. Putin came to Kyiv two days after Chad left the bloc.", "2018-07-06"
    )
    assert [event.title for event in told] == ["Merkel meets Xi"]


@pytest.mark.parametrize(("text", "names"), [
    ("They met to discuss Iran.", ["Iran"]),
    ("The USS Ronald Reagan left Peru.", ["Peru"]),
    ("At the airport Putin spoke.", ["Vladimir Putin"]),
    ("Anti-Castro exiles left Chad.", ["Chad"]),
])  # fmt: skip
def test_who_is_named_is_no_part_of_a_word_and_no_ship(text: str, names: list[str]) -> None:
    found = find_actors(text, load_knowledge(), load_events("en")["actors"])
    assert [mention.name for mention in found] == names


def test_its_summit_is_whose_it_is_and_not_the_towns() -> None:
    text = "The Arab League held a meeting in Cairo on May 7 and held its summit in Jeddah on May 19."
    last = timeline.extract(text, "2018-07-06")[-1]
    assert [who.name for who in last.participants] == ["Arab League"]


def test_they_that_begin_are_the_talks_of_the_sentence_before() -> None:
    text = "Chad and Niger broke off the talks. They had been due to start in May."
    assert [(e.title, e.type) for e in timeline.extract(text, "2018-07-06")] == [("Talks to start", "CONSULT")]


def test_he_is_nobody_named_beyond_a_semicolon() -> None:
    text = "Emmanuel Macron flew home. On Monday he met party leaders; Angela Merkel, who led the talks, sent an envoy."
    assert "Macron meets party leaders" in [event.title for event in timeline.extract(text, "2018-07-06")]


def test_two_presidents_are_the_two_of_the_next_sentence() -> None:
    text = "Presidents Juan Rojas and Pedro Vidal, who first met in March, embraced. The two had signed a pact in May."
    events = timeline.extract(text, date="2018-07-06")
    assert [{p.name for p in event.participants} for event in events] == [{"Juan Rojas", "Pedro Vidal"}] * 2


def test_two_men_are_the_two_that_an_and_joined() -> None:
    lead = (
        "Borrell hailed the deal after talks with Serbian President Aleksandar Vucic and Kosovo's premier, Albin Kurti."
    )
    between = " It has an annex. Nothing was signed. Belgrade does not recognise Kosovo."
    for text in (lead, lead + between):
        event = timeline.extract(f"{text} The two men had agreed to the text on June 27.", "2018-07-06")[0]
        assert [who.name for who in event.participants] == ["Aleksandar Vucic", "Albin Kurti"], text


def test_both_presidents_are_not_the_one_who_calls_them() -> None:
    text = "Merkel came with Sergei Lavrov. Merkel had telephoned both presidents in May."
    (event,) = timeline.extract(text, date="2018-07-06")
    assert {p.name for p in event.participants} == {"Angela Merkel"}


def test_a_counterpart_is_known_by_the_family_name() -> None:
    text = "Gul met his Armenian counterpart, Serzh Davtyan. Davtyan will visit Ankara on July 14."
    (event,) = timeline.extract(text, date="2018-07-06")
    assert {p.name for p in event.participants} == {"Serzh Davtyan"}


def test_whose_adviser_travelled_did_not() -> None:
    (event,) = timeline.extract("Macron's adviser travelled to Tehran last Wednesday.", date="2018-07-06")
    assert event.participants == ()


def test_they_are_no_capital_that_somebody_flew_to() -> None:
    text = "Flights to Asmara will resume. Flights to Cairo will not. They signed a pact in Algiers last December."
    (event,) = timeline.extract(text, date="2018-07-06")
    assert event.participants == ()


def test_a_line_that_says_when_the_text_was_posted_is_no_event() -> None:
    assert timeline.extract("Monthly forecast, posted 29 March 2019\n\nThe council is small.", date="2019-03-29") == []


def test_it_is_the_power_that_acted_last_by_its_capital() -> None:
    text = "Budapest has blocked meetings between Ukraine and NATO. It restored its veto on May 14."
    (event,) = timeline.extract(text, date="2018-07-06")
    assert "Ukraine" not in {p.name for p in event.participants}


def test_a_term_runs_from_the_day_on_which_it_was_agreed() -> None:
    events = timeline.extract(
        "Merkel and Macron agreed in March 2017 to finish a treaty within two months.", date="2018-07-06"
    )
    assert "2017-05-31" in {str(event.latest) for event in events}
    assert max(str(event.latest) for event in events) < "2018"


def test_the_two_are_those_of_whom_one_speaks() -> None:
    text = "Merkel and Macron agreed on a plan. It is long. Macron said the two would meet in Rome on July 20."
    events = timeline.extract(text, date="2018-07-06")
    assert {p.name for p in events[-1].participants} == {"Angela Merkel", "Emmanuel Macron"}


def test_who_is_called_without_the_article_of_the_name_is_the_same() -> None:
    text = "Egypt's president, Abdel Fattah al-Sisi, is in Rome. Sisi will fly to Paris on July 20."
    (event,) = timeline.extract(text, date="2018-07-06")
    assert [p.name for p in event.participants] == ["Abdel Fattah al-Sisi"]


def test_a_time_behind_a_clause_between_commas_is_the_main_verbs() -> None:
    text = "Merkel met Wulff, whose bid was rejected in January, on Thursday evening."
    events = timeline.extract(text, date="2018-07-06")
    assert {(event.title, str(event.earliest)) for event in events} >= {("Merkel meets Wulff", "2018-07-05")}
    assert {str(event.earliest) for event in events if "reject" in event.title.lower()} <= {"2018-01-01"}


def test_what_stands_beside_a_verb_does_not_govern_it() -> None:
    text = "On 4 May the king dissolved parliament, dismissed his minister and called an election."
    events = timeline.extract(text, date="2018-07-06")
    assert [(event.status, str(event.earliest)) for event in events] == [("occurred", "2018-05-04")] * 3


def test_what_is_done_at_the_end_of_a_dated_way_has_its_date_and_place() -> None:
    events = timeline.extract("Xi flew to Moscow on Monday, where he met Putin.", "2018-07-06")
    met = next(event for event in events if event.trigger == "met")
    assert (str(met.earliest), met.place and met.place.name) == ("2018-07-02", "Moscow")
    assert {participant.name for participant in met.participants} == {"Xi Jinping", "Vladimir Putin"}
    assert "there, when" in met.explanation


def test_a_namesake_in_the_text_is_not_the_leader_of_the_tables() -> None:
    text = "Juan Miguel Gonzalez flew to Washington. {} met Helmut Kohl on Monday."
    for name, wanted in (("Gonzalez", {"Juan Miguel Gonzalez", "Helmut Kohl"}), ("Josefa Gonzalez", {"Helmut Kohl"})):
        event = only(text.format(name), "1995-04-07")
        assert {p.name for p in event.participants if p.name != "Josefa Gonzalez"} == wanted


CHRONOLOGY = """June 12, 2018 – Trump and Kim meet in Singapore.
Feb. 27, 2019 – Trump and Kim meet again in Hanoi.
1994: The Agreed Framework is signed in Geneva.
* 9 May 1945: Nazi Germany surrenders to the Soviet Union.
"""


def test_the_same_talks_told_twice_in_a_text_are_one_event() -> None:
    text = "Talks between Chad and Mali began on Thursday in Rome. Thursday's talks were the first of their kind."
    assert len(only(text).evidence) == 2


def test_a_chronology_needs_no_date_of_its_own_and_none_of_its_lines_gives_it() -> None:
    told = {event.title: (str(event.earliest), event.status) for event in timeline.extract(CHRONOLOGY)}
    assert told["Trump and Kim Jong Un meet in Singapore"] == ("2018-06-12", "occurred")
    assert told["Trump and Kim Jong Un meet in Hanoi"] == ("2019-02-27", "occurred")
    assert told["Agreed Framework signed in Geneva"] == ("1994-01-01", "occurred")
    assert told["Nazi Germany surrenders to the Soviet Union"] == ("1945-05-09", "occurred")


def test_a_term_is_not_counted_from_a_day_told_aside() -> None:
    text = "The court, which sat on 11 and 12 June, gave Chad one month to report back."
    due = next(event for event in timeline.extract(text, "2018-07-06") if event.status == "deadline")
    assert (str(due.earliest), due.title) == ("2018-08-06", "Deadline: Chad to report back")


@pytest.mark.parametrize(("text", "told"), [
    ("Fighting flared up in April 2009 and in May 2011.", [("2009-04", None), ("2011-05", None)]),
    ("Talks were held in May in Oslo and in June in Rome.", [("2018-05", "Oslo"), ("2018-06", "Rome")]),
    ("Reagan met Gorbachev in Geneva in May 1985 and again a month later in Reykjavik.",
     [("1985-05", "Geneva"), ("1985-06", "Reykjavik")]),
    ("Chad joined in May 2001, Mali and Niger in June 2003.", [("2001-05", None), ("2003-06", None)]),
    ("Merkel telephoned Putin twice, on 15 and 17 May.", [("2018-05-15", None), ("2018-05-17", None)]),
    ("Chad launched a missile on 15 May and another on Monday.", [("2018-05-15", None), ("2018-07-02", None)]),
    ("Merkel visited Lima on 15 and 16 May.", [("2018-05-15/2018-05-16", "Lima")]),
    ("The vote was held on 3, 5 and 9 May 2017.", [("2017-05-03", None), ("2017-05-05", None), ("2017-05-09", None)]),
    ("Envoys met in Moscow on 14 January 2017 and then in Vienna on 24 February and 3 May.",
     [("2017-01-14", "Moscow"), ("2017-02-24", "Vienna"), ("2017-05-03", "Vienna")]),
    ("The council recalled its meetings on 5 April, the day after Haftar began to advance on Tripoli, and on 10 May.",
     [("2018-04-04", None), ("2018-04-05", None), ("2018-05-10", None)]),
    ("Putin met Xi on Tuesday, two days before they are to sign a treaty.",
     [("2018-07-03", None), ("2018-07-05", None)]),
])  # fmt: skip
def test_a_second_time_is_an_event_at_its_own_place(text: str, told: list[tuple[str, str | None]]) -> None:
    events = timeline.extract(text, "2018-07-04")
    assert [(event.edtf, event.place.name if event.place else None) for event in events] == told


def test_a_list_of_key_moments_is_read_point_by_point_though_it_is_told_in_the_present() -> None:
    text = (
        "Key moments\n\n- On 18 May 2022 Sweden and Finland hand in their applications in Brussels.\n- On 28 June they sign a memorandum "
        "with Turkey. A day later leaders invite them to join; on 5 July the protocols are signed.\n- In January 2023 a man burns a "
        "book in Stockholm.\n- The committee backs it on 26 December; the full assembly votes on 23 January 2024.\n"
    )
    events = timeline.extract(text)
    assert [event.edtf for event in events] == [
        "2022-05-18", "2022-06-28", "2022-06-29", "2022-07-05", "2023-01", "2023-12-26", "2024-01-23",
    ]  # fmt: skip
    assert {event.status for event in events} == {"occurred"}


def test_he_whom_a_portrait_is_about_is_not_who_received_him() -> None:
    text = "Henry Kissinger left office on 20 January 1977. Vladimir Putin received him in July. He died on Wednesday."
    assert timeline.extract(text, "2023-12-01")[-1].title == "Kissinger dies"
    other = "Angela Merkel flew to Rome in May. Emmanuel Macron met her on Monday. He flew home on Tuesday."
    assert [p.name for p in timeline.extract(other, "2023-12-01")[-1].participants] == ["Emmanuel Macron"]


def test_an_attack_elsewhere_is_not_the_one_that_was_told() -> None:
    text = "Gunmen killed 26 people in Lima on June 17. Chad suspended a treaty the day after the attack{}."
    latest = [str(timeline.extract(text.format(where), "2018-07-06")[-1].latest) for where in ("", " in Oslo")]
    assert latest == ["2018-06-18", "2018-06-17"]  # the second is the killing: the suspension has no day


def test_two_presidents_are_no_president_and_his_minister() -> None:
    text = "Brazil's president, Lula da Silva, sent Celso Amorim to Caracas. The two {} will speak on Monday."
    names = [
        [p.name for p in timeline.extract(text.format(who), "2023-12-15")[-1].participants]
        for who in ("presidents", "men")
    ]
    assert names == [[], ["Luiz Inacio Lula da Silva", "Celso Amorim"]]


def test_they_that_were_restored_are_the_ties_and_nobody_named_before() -> None:
    text = "Wang Yi met Daniel Ortega on Monday. Chad cut ties with Mali in 1985, but they were restored in 1990."
    restored = next(event for event in timeline.extract(text, "2018-07-06") if event.edtf == "1990")
    assert (restored.title, restored.participants) == ("Ties with Mali restored", ())


def test_a_pronoun_goes_on_with_whom_it_meant() -> None:
    text = (
        "Kofi Annan joined the agency in 1962. He became its head in March 1993. In 1998 he flew to Baghdad and met "
        "Saddam Hussein. In September 2004 he called the invasion illegal."
    )
    last = timeline.extract(text, "2018-08-18")[-1]
    assert (last.edtf, last.participants[0].name) == ("2004-09", "Kofi Annan")


def test_him_is_who_the_sentence_before_went_on_with() -> None:
    text = "Mark Rutte left office. He was the favourite to succeed Jens Stoltenberg. Britain backed him in February."
    assert {p.name for p in timeline.extract(text, "2018-08-18")[-1].participants} == {"United Kingdom", "Mark Rutte"}


def test_a_paragraph_that_opens_with_he_goes_on_with_whom_the_text_is_about() -> None:
    text = (
        "Mark Rutte is to lead the alliance. Rutte, a historian, is Dutch. Rutte likes to cycle.\n\n"
        "Klaus Iohannis withdrew, and the allies appointed Rutte.\n\n"
        "He won a vote in May 2010. In July 2016 he met Donald Trump. His first summit will be in September."
    )
    events = timeline.extract(text, "2018-08-18")
    assert [event.participants[0].name for event in events] == ["Mark Rutte"] * 3


def test_he_at_the_head_of_each_paragraph_is_who_was_named_before_the_first() -> None:
    text = (
        "Mikheil Saakashvili was arrested.\n\nHe was minister for a year.\n\nIn August 2008 he ordered a raid. Nicolas Sarkozy "
        "brokered a truce.\n\nHis party lost a vote. He left office in November 2013."
    )
    assert timeline.extract(text, "2018-08-18")[-1].participants[0].name == "Mikheil Saakashvili"


def test_a_text_of_an_unknown_day_that_counts_from_it_tells_no_year_for_its_days() -> None:
    text = "Chad cut ties in February 2016. On Aug. 28 its envoy left. The port reopened on Monday. It has been calm since last May."
    assert [event.edtf for event in timeline.extract(text)] == ["2016-02"]
    told = "Chad cut ties in February 2016. On Aug. 28 its envoy left. The port was reopened."
    assert [event.edtf for event in timeline.extract(told)] == ["2016-02", "2016-08-28"]


@pytest.mark.parametrize("line", ["KYODO NEWS - Nov 11, 2016", "31 January 2016", "Mon 27 Feb 2016 18.40 GMT"])
def test_no_sentence_goes_over_the_line_that_dates_the_text(line: str) -> None:
    events = timeline.extract(f"Japan, China leaders to meet, sources say\n{line}\n\nMerkel met Macron on Monday.")
    assert [event.title for event in events] == ["Merkel meets Macron"]


def test_a_name_does_not_go_over_an_empty_line() -> None:
    events = timeline.extract(
        "PRESENT: President Bush, Chancellor Kohl\n\nThe Chancellor thanked the President on October 3.", "1990-10-05"
    )
    assert all("Kohl The" not in person.name for event in events for person in event.participants)


def test_a_day_of_a_report_whose_year_nobody_tells_is_of_no_year_that_it_names() -> None:
    text = "Pyongyang, September 14 (KCNA) -- The two last met in Sochi in April 2009. He left on the afternoon of September 10."
    assert [event.edtf for event in timeline.extract(text)] == ["2009-04"]


def test_a_heading_right_above_a_dateline_is_no_part_of_the_report() -> None:
    text = "Chad, Mali to resume talks as Merkel visits Bamako for a summit of the region\nBERLIN, May 3, 2016 (AP) -- Merkel met Macron on Monday."
    assert [event.title for event in timeline.extract(text)] == ["Merkel meets Macron"]


def test_a_line_that_ends_within_a_phrase_is_wrapped() -> None:
    assert [
        e.edtf for e in timeline.extract("The two leaders met on\n9 May 2016 in Rome\nand parted.", "2018-07-06")
    ] == ["2016-05-09"]


def test_the_talks_that_a_time_counts_from_are_those_that_broke_down() -> None:
    text = "Talks in Oslo broke down on Saturday.\n\nThe summit in February failed. Three days before the talks, Chad fired a missile."
    days = {event.title: str(event.earliest) for event in timeline.extract(text, "2018-07-06")}
    assert days["Chad fires missile"] == "2018-06-27", days


def test_they_are_who_the_sentences_before_began_with() -> None:
    text = "1. Ministers of Chad and Mali met in Rome on 4 May.\n2. They praised the truce.\n3. They are to meet again in July."
    later = next(event for event in timeline.extract(text, "2018-05-05") if event.status == "scheduled")
    assert later.title == "Ministers to meet"


def test_they_are_what_the_sentence_began_with_and_no_earlier_names() -> None:
    text = "Obama met Netanyahu on Friday. Talks broke down last September, three weeks after they had been relaunched in Rome."
    before = [event for event in timeline.extract(text, "2011-09-22") if (event.edtf or "") < "2011"]
    assert before
    assert not any(event.participants for event in before)


def test_two_sides_are_the_two_that_an_and_joined() -> None:
    text = (
        "The Sudanese Armed Forces and the Rapid Support Forces agreed to a truce after talks led by Saudi Arabia and Chad. "
        "Fighting began on April 15, four days after the two sides missed a deadline to sign a deal."
    )
    missed = next(event for event in timeline.extract(text, "2023-04-25") if "deadline" in event.title)
    assert {p.name for p in missed.participants} == {"Sudanese Armed Forces", "Rapid Support Forces"}


@pytest.mark.parametrize(("between", "sides"), [
    ("Troops of the United States may leave Mali, Chad said.", {"Afghanistan", "Taliban"}),
    ("Chad invited the United States and the insurgents.", {"Afghanistan", "Taliban"}),
    ("Russia and Ukraine signed another.", {"Russia", "Ukraine"}),
    ("Russia's government and Marxist rebels signed another.", set()),
])  # fmt: skip
def test_two_sides_are_whom_an_and_joined_last_however_far_back(between: str, sides: set[str]) -> None:
    text = f"The Afghan government and the Taliban signed an accord. {between} The two sides met again on Monday."
    met = next(event for event in timeline.extract(text, "2018-07-06") if event.edtf == "2018-07-02")
    assert {p.name for p in met.participants} == sides


def test_what_is_told_of_two_hours_of_a_day_is_told_of_two_events() -> None:
    text = (
        "Merkel signed the pact in Bonn at 10:01 a.m. on Monday. Kim Jong Un signed in Pyongyang at 10 p.m. on Monday."
    )
    assert len(timeline.extract(text.replace("Kim Jong Un", "Merkel").replace(" in Bonn", ""), "2018-07-06")) == 2
    assert len(timeline.extract(text, "2018-07-06")) == 2


def test_a_headline_above_a_dateline_without_its_date_is_no_part_of_the_report() -> None:
    text = (
        "Chad says Mali to start talks\nOSLO (AP) _ Chad and Mali will open talks in Quito on July 20, an envoy said.\n"
    )
    event = timeline.extract(text, "2018-07-06")[0]
    assert event.evidence[0].quote.startswith("Chad and Mali will open")


def test_a_delay_beyond_a_day_is_not_asked_for_on_it() -> None:
    assert timeline.extract("A law obliges Johnson to ask for a delay beyond July 31.", "2018-07-06") == []


def test_people_are_called_by_the_custom_of_their_country() -> None:
    text = "Hun Sen received Yingluck Shinawatra on Monday. Yingluck left on Tuesday."
    first, second = timeline.extract(text, "2012-06-01")
    assert first.title == "Hun Sen receives Yingluck Shinawatra"
    assert {p.name for p in second.participants} == {"Yingluck Shinawatra"}


def test_half_a_week_is_one_of_two_days() -> None:
    text = "Chad left on Sunday, a week and a half after Mali had signed a pact."
    signed = next(event for event in timeline.extract(text, "2018-07-01") if event.type == "AGREE")
    assert signed.edtf == "2018-06-20/2018-06-21"


def test_when_a_guest_may_come_is_not_when_he_was_invited() -> None:
    text = "Emmanuel Macron called Putin on Monday and invited him to Paris in early September."
    assert [(event.trigger, event.edtf) for event in timeline.extract(text, "2018-07-06")] == [("called", "2018-07-02")]
    told = timeline.extract("Emmanuel Macron invited Putin to Paris in May.", "2018-07-06")
    assert [(event.trigger, event.edtf) for event in told] == [("invited", "2018-05")]


def test_what_a_text_is_called_with_its_weekday_is_no_event() -> None:
    title = "Wednesday briefing: Sunak heads to Washington"
    assert all("briefing" not in event.title.lower() for event in timeline.extract(title, "2023-06-07"))


@pytest.mark.parametrize("text", [
    "Morning briefing, Tuesday 3 July 2018\n\nThe premier spoke.",
    "Ghana announced a week of mourning from Monday.",
    "Leaders hope for elections within two years, starting from July 1.",
])  # fmt: skip
def test_what_heads_a_text_or_begins_later_is_no_event(text: str) -> None:
    assert not timeline.extract(text)


def test_a_year_in_the_name_of_a_treaty_dates_nothing() -> None:
    assert not timeline.extract("Norway breached the 1948 Genocide Convention.", "2018-07-06")


def test_a_heading_in_capitals_tells_nothing() -> None:
    told = timeline.extract("COUNCIL EXTENDS MANDATE UNTIL 31 MAY 2019\n\nChad met Mali on Monday.", "2018-07-06")
    assert [event.title for event in told] == ["Chad meets Mali"]


def test_who_is_introduced_behind_the_name_is_known_by_the_family_name() -> None:
    text = "Jana Novotna, the union's special representative, spoke. Merkel dined with Novotna in Rome on Monday."
    assert {p.name for p in only(text).participants} == {"Angela Merkel", "Jana Novotna"}


@pytest.mark.parametrize(("text", "said_by"), [
    ("Macron will meet Merkel on Monday, Lavrov said.", "Sergei Lavrov"),
    ("Merkel spoke to the press. She said that Macron would visit Berlin on Monday.", "Angela Merkel"),
    ("Macron will meet Merkel on Monday, aides to Lavrov said.", None),
    ("Macron will meet Merkel on Monday, the United Nations Secretary-General told reporters.", "Secretary-General"),
    ("Macron will meet Merkel on Monday, Guyana's president announced.", "Guyana's president"),
])  # fmt: skip
def test_who_is_quoted_is_named(text: str, said_by: str | None) -> None:
    assert only(text).evidence[0].said_by == said_by


@pytest.mark.parametrize(("text", "days"), [
    ("The assembly voted in May 2015 for a resolution setting a six-month deadline.", "2015-11"),
    ("The EU on Monday set a two-week deadline for Chad to reply.", "2018-07-16"),
    ("Chad has set a two-week deadline for Mali to reply.", "2018-07-20"),
])  # fmt: skip
def test_a_deadline_counts_from_the_day_on_which_it_was_set(text: str, days: str) -> None:
    assert [event.edtf for event in timeline.extract(text, "2018-07-06") if event.status == "deadline"] == [days]


def test_a_family_name_that_is_a_word_or_city_counts_where_the_full_name_stands() -> None:
    alone, full = "Hague flew to Oslo on Tuesday.", "William Hague met Kerry. Hague flew to Oslo on Tuesday."
    assert [p.name for event in timeline.extract(alone, "2013-07-06") for p in event.participants] == []
    assert [p.name for event in timeline.extract(full, "2013-07-06") for p in event.participants] == ["William Hague"]


def test_who_may_meet_at_an_assembly_is_no_part_of_it() -> None:
    events = timeline.extract(
        "Merkel and Putin may talk at the Munich Security Conference, which is held every February.", "2018-07-06"
    )
    yearly = next(event for event in events if event.recurrence)
    assert not {"Angela Merkel", "Vladimir Putin"} & {participant.name for participant in yearly.participants}


def test_a_pronoun_is_nobody_of_the_other_gender() -> None:
    told = "Foreign Minister Jane Otieno praised Envoy Paul Mensah. {} flew to Oslo on Monday."
    for pronoun, name in (("She", "Jane Otieno"), ("He", "Paul Mensah")):
        assert [p.name for p in only(told.format(pronoun)).participants] == [name]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Merkel flew to Moscow on Friday, a day after she met Poroshenko in Kiev.", "met", "2018-07-05"),
        ("The ministry said Monday, two days after Xi and Trump agreed to a truce.", "agreed", "2018-06-30"),
        ("Ethiopia and Eritrea declared on Monday that the war was over, a day after their leaders held a meeting.",
         "meeting", "2018-07-01"),
        ("Oman cut ties with Iran on Jan. 3, 2016, a day after rioters stormed its embassy.", "stormed", "2016-01-02"),
    ],
)  # fmt: skip
def test_a_clause_that_a_time_counts_from_is_dated_by_what_came_next(text: str, trigger: str, day: str) -> None:
    told = {
        text[p.trigger_start : p.trigger_end]: str(event.earliest)
        for event in timeline.extract(text, "2018-07-06")
        for p in event.evidence
    }
    assert told.get(trigger) == day, told


def test_the_two_sides_are_not_the_country_that_only_says_where() -> None:
    events = timeline.extract(
        "Chad's rulers hosted rebels in Qatar. The two sides signed a truce on July 2.", "2018-07-06"
    )
    assert [event.participants for event in events] == [()]


def test_there_is_the_place_named_last() -> None:
    text = "The sides signed a truce in Doha on May 2. The talks there had opened on April 25."
    opened, signed = timeline.extract(text, "2018-07-06")
    assert opened.place and opened.place.name == "Doha"
    assert opened.title == "Talks in Doha open"
    assert str(signed.earliest) == "2018-05-02"


def test_there_were_names_no_place() -> None:
    text = "A truce was signed in Doha on May 2. There was a crash on May 8."
    assert timeline.extract(text, "2018-07-06")[-1].place is None


def test_later_this_month_begins_at_the_document_date() -> None:
    event = only("Merkel will fly to Rome later this month.", "2018-07-12")
    assert (str(event.earliest), str(event.latest)) == ("2018-07-12", "2018-07-31")


def test_a_pronoun_that_is_an_object_is_not_who_acts() -> None:
    events = timeline.extract("Emmanuel Macron came on Friday. Viktor Orban had invited him in May.", "2018-07-09")
    assert {p.name for p in events[0].participants} == {"Viktor Orban", "Emmanuel Macron"}


def test_later_this_week_holds_its_monday() -> None:
    event = only("Merkel may fly to Rome later this week.", "2018-07-09")
    assert (str(event.earliest), str(event.latest)) == ("2018-07-09", "2018-07-15")


def test_the_first_since_a_year_did_not_happen_in_that_year() -> None:
    events = timeline.extract("Obama and Castro held the first such meeting on Cuban soil since 1928.", "2016-03-21")
    assert not [event for event in events if event.earliest and event.earliest.year == 1928]


def test_a_time_counted_from_an_event_finds_it() -> None:
    text = "The summit was held in Geneva on June 12. Three weeks after the summit, Russia resumed its tests."
    test = timeline.extract(text, date="2018-07-20")[-1]
    assert str(test.earliest) == "2018-07-03"
    assert "summit" in test.explanation


def test_nothing_happened_hours_after_what_was_called_off() -> None:
    text = "Kerry called off the summit of July 20 with Putin. Hours earlier, Syria had bombed a town."
    assert not any("Syria" in event.title for event in timeline.extract(text, "2018-07-06"))


@pytest.mark.parametrize(
    ("told", "earliest", "latest"),
    [
        ("Macron met Merkel the day after the vote.", "2018-05-10", "2018-05-10"),
        ("The day before the vote, Macron met Merkel.", "2018-05-08", "2018-05-08"),
        ("The week after the vote, Macron met Merkel.", "2018-05-10", "2018-05-16"),
        ("Macron met Merkel in the month before the ballot.", "2018-04-01", "2018-05-08"),
        ("In the two weeks after the vote, Macron met Merkel.", "2018-05-10", "2018-05-23"),
        ("Macron met Merkel a week after the vote.", "2018-05-16", "2018-05-16"),
        ("Macron met Merkel less than a week after the vote.", "2018-05-09", "2018-05-16"),
        ("Macron met Merkel within ten days of the vote.", "2018-05-09", "2018-05-19"),
        ("Nearly two weeks after the election, Macron met Merkel.", "2018-05-22", "2018-05-23"),
        ("Macron met Merkel about a week after the vote.", "2018-05-15", "2018-05-17"),
        ("Macron met Merkel more than a week before the vote.", "2018-04-25", "2018-05-02"),
    ],
)
def test_a_distance_from_an_event_is_as_exact_as_it_is_told(told: str, earliest: str, latest: str) -> None:
    events = timeline.extract("Iraq held an election on May 9, 2018. " + told, "2018-07-06")
    met = next(event for event in events if event.title.startswith("Macron meets"))
    assert (str(met.earliest), str(met.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "title", "who", "day"),
    [
        ("A truce ended the war. It was signed in Bishkek on May 5, 1994.", "Truce signed in Bishkek", set(), "1994-05-05"),
        ("The pact was hailed in Rome. It took effect on June 2.", "Pact takes effect", set(), "2018-06-02"),
        ("Macron spoke on Monday. He has refused to see Putin. The two last met in Sochi in May.",
         "Macron and Putin meet in Sochi", {"Emmanuel Macron", "Vladimir Putin"}, "2018-05-01"),
        ("The Minsk Group is to hold a further round of talks in the coming days.",
         "Minsk Group to hold further round of talks", {"Minsk Group"}, "2018-07-06"),
        ("Iran will release ten sailors over the coming weeks.", "Iran to release ten sailors", {"Iran"}, "2018-07-06"),
        ("Macron said the EU sanctions expire at the end of the month.", "EU sanctions to expire", {"European Union"},
         "2018-07-21"),
        ("Abdel Fattah al-Burhan named Mohamed Hamdan Dagalo his deputy. The two generals seized power in May.", "Al-Burhan and Dagalo seize power",
         {"Abdel Fattah al-Burhan", "Mohamed Hamdan Dagalo"},
         "2018-05-01"),
        ("It came days after Merkel and French President Emmanuel Macron spoke by phone on May 31.",
         "Merkel and Macron speak by phone", {"Angela Merkel", "Emmanuel Macron"}, "2018-05-31"),
        ("The deal fell after Vice President and Foreign Minister Nicolas Faure resigned on May 3.", "Faure resigns",
         {"Nicolas Faure"}, "2018-05-03"),
        ("Merkel discussed the request with President Macron in Rome on May 3.", "Merkel discusses request with Macron in Rome",
         {"Angela Merkel", "Emmanuel Macron"}, "2018-05-03"),
        ("Macron spent Sunday in Algiers.", "Macron stays in Algiers", {"Emmanuel Macron"}, "2018-07-01"),
        ("Two years ago today, envoys of Chad stood in the rain and signed a treaty.", "Envoys of Chad sign treaty", {"Chad"},
         "2016-07-06"),
        ("Things got worse in May, when the poet Jan Kos was arrested.", "Kos arrested", {"Jan Kos"}, "2018-05-01"),
        ("Macron is due to chair the talks in September.", "Macron to chair talks", {"Emmanuel Macron"}, "2018-09-01"),
        ("In May 2016 Macron is said to have met Kim Jong Un in Bern.", "Macron allegedly meets Kim Jong Un in Bern",
         {"Emmanuel Macron", "Kim Jong Un"}, "2016-05-01"),
        ("Talks broke down on Monday, after an hour, with Chad's envoy accusing Mali of bad faith.", "Talks break down", set(),
         "2018-07-02"),
        ("Officials discussed the U.S.-Iran talks due in Oman on July 14.", "U.S.-Iran talks due in Oman",
         {"United States", "Iran"}, "2018-07-14"),
        ("“We will return to Oslo on Monday,” Merkel told reporters.", "Merkel to return to Oslo", {"Angela Merkel"}, "2018-07-09"),
        ("“We signed the pact on Monday,” Iran's foreign minister, Javad Zarif, told reporters.", "Iran signs pact", {"Iran"},
         "2018-07-02"),
        ("“We signed the pact on Monday,” Gerry Adams said in Britain.", "Adams signs pact", {"Gerry Adams"}, "2018-07-02"),
        ("“It is far,” Iran's foreign minister, Javad Zarif, told reporters. “We will fly to Oslo on Monday.”",
         "Zarif to fly to Oslo", {"Mohammad Javad Zarif"}, "2018-07-09"),
        ("The ministers of Peru and Chile, who were in Moscow on Tuesday, went home.",
         "Ministers of Peru and Chile are in Moscow", {"Peru", "Chile"}, "2018-07-03"),
        ("Merkel was in Moscow on Tuesday.", "Merkel is in Moscow", {"Angela Merkel"}, "2018-07-03"),
        ("Two sailors were freed in May, one on the 20th and one on the 23rd.", "One sailor freed", set(), "2018-05-20"),
        ("The talks were adjourned. Lavrov said they would probably resume in ten days.", "Talks may resume", set(), "2018-07-16"),
        ("Albin Kurti spoke. He was tired. Aleksandar Vucic left. The two will meet on Monday.", "Vucic and Kurti to meet",
         {"Albin Kurti", "Aleksandar Vucic"}, "2018-07-09"),
        ("The White House praised the treaty. It was to have been signed by July 1.", "Deadline: treaty to be signed", set(),
         "2018-07-01"),
        ("The first Lima agreement was a success. It collapsed with the battle for Oslo. The second was signed in May by Merkel.",
         "Second agreement signed by Merkel", {"Angela Merkel"}, "2018-05-01"),
        ("Egypt ended 31 years of war on Monday.", "Egypt ends years of war", {"Egypt"}, "2018-07-02"),
        ("It was his first trip since the war with Chad began in May.", "War with Chad begins", {"Chad"}, "2018-05-01"),
        ("Resolution 2397, passed unanimously on June 29, bans it.", "Resolution 2397 passed", set(), "2018-06-29"),
        ("The talks opened on June 14 and ended nine days later.", "Talks end", set(), "2018-06-23"),
        ("Talks are to begin by December.", "Deadline: Talks to begin", set(), "2018-12-31"),
        ("Erdogan met envoys of Kiev and Moscow. He met Trump on June 20, days after the two had talked on June 14.",
         "Erdogan and Trump talk", {"Recep Tayyip Erdogan", "Donald Trump"}, "2018-06-14"),
        ("Russia and Ukraine are at war. Chad and Mali brought the two sides to Oslo in May. They signed a truce in June.",
         "Russia and Ukraine sign truce", {"Russia", "Ukraine"}, "2018-06-01"),
        ("The bloc named a quartet led by Kenya on June 12.", "Bloc names quartet", set(), "2018-06-12"),
        ("IAEA chief Rafael Grossi flew to Tehran on Monday.", "Grossi flies to Tehran", {"Rafael Grossi"}, "2018-07-02"),
        ("Negotiators for Iran and six powers adjourned talks on Monday.", "Negotiators for Iran and six powers adjourn talks",
         {"Iran"}, "2018-07-02"),
        ("The U.N. envoy for Syria met Lavrov on Monday.", "U.N. envoy for Syria meets Lavrov",
         {"United Nations", "Sergei Lavrov"}, "2018-07-02"),
        ("They left after talks mediated by the African Union that began on Monday.", "Talks", set(), "2018-07-02"),
        ("Macron and Commission President Jean-Claude Juncker struck a deal. Macron must sell it in a vote on Friday.",
         "Macron to sell it in a vote", {"Emmanuel Macron"}, "2018-07-06"),
        ("Merkel spoke. Her party lost a vote in May.", "Merkel's party loses vote", set(), "2018-05-01"),
        ("Petro will host talks with the ELN, which Mali suspended in May.", "Mali's talks with the ELN suspended", {"ELN", "Mali"}, "2018-05-01"),
        ("He restored ties that his predecessor, Jan Kos, had broken off in May.", "Kos breaks off ties", {"Jan Kos"}, "2018-05-01"),
        ("A four-day war in May cost some 200 lives.", "War", set(), "2018-05-01"),
        ("Talks under the Minsk Group, set up in 1992, led nowhere.", "Minsk Group set up", {"Minsk Group"}, "1992-01-01"),
        ("Then came Vilnius. On the eve of last May's summit there, Macron and Jens Stoltenberg met.", "Summit in Vilnius",
         set(), "2018-05-01"),
        ("Last month the UN called on Chad to renegotiate.", "UN calls on Chad to renegotiate", {"United Nations", "Chad"},
         "2018-06-01"),
        ("The EU called on Iran to release the crew on Monday.", "European Union calls on Iran to release the crew",
         {"European Union", "Iran"}, "2018-07-02"),
        ("In June Merkel told Putin to withdraw his troops.", "Merkel tells Putin to withdraw his troops",
         {"Angela Merkel", "Vladimir Putin"}, "2018-06-01"),
        ("Orban sees Macron in Paris today.", "Orban to see Macron in Paris", {"Viktor Orban", "Emmanuel Macron"}, "2018-07-06"),
        ("Macron is expected back in Berlin on Monday.", "Macron expected back in Berlin", {"Emmanuel Macron"}, "2018-07-09"),
        ("When Putin announced in May that Chad had bought the Lima Company, Angela Merkel was ill. Within a week she had called a vote.",
         "Merkel calls vote", {"Angela Merkel"}, "2018-05-01"),
        ("In May Chad asked for help, and Niger refused, though it offered in June to talk.", "Niger offers to talk", {"Niger"},
         "2018-06-01"),
        ("Chad agreed on Monday to stop shelling Mali.", "Chad agrees to stop shelling Mali", {"Chad"}, "2018-07-02"),
        ("Chad stopped bombing Mali in May.", "Chad stops bombing Mali", {"Chad"}, "2018-05-01"),
        ("We convened our Defence and Security Council in May.", "Defence and Security Council convened",
         {"Defence and Security Council"}, "2018-05-01"),
        ("North Korea was warned. On May 3 the North tested a bomb.", "North Korea tests bomb", {"North Korea"}, "2018-05-03"),
        ("South Africa was warned. On May 3 the South held a summit.", "South holds summit", set(), "2018-05-03"),
        ("Lavrov met envoys of both sides in Vienna on Monday.", "Lavrov meets envoys of both sides in Vienna",
         {"Sergei Lavrov"}, "2018-07-02"),
        ("Merkel called Putin. Two generals were arrested in May.", "Two generals arrested", set(), "2018-05-01"),
        ("Merkel on Saturday wrote to Macron asking for talks.", "Merkel writes to Macron",
         {"Angela Merkel", "Emmanuel Macron"}, "2018-06-30"),
        ("Canada suspended exports of drones to Turkey on May 5.", "Canada suspends exports of drones to Turkey",
         {"Canada", "Turkey"}, "2018-05-05"),
        ("A truce was agreed on June 8. It took effect at noon on the following Monday.", "Truce takes effect",
         set(), "2018-06-11"),
        ("Obama and Castro sealed the deal in a phone call on Tuesday.", "Phone call: Obama and Castro",
         {"Barack Obama", "Raul Castro"}, "2018-07-03"),
        ("Stoltenberg, who pressed both sides to settle during a visit to Skopje in May, left.", "Stoltenberg's visit to Skopje",
         {"Jens Stoltenberg"}, "2018-05-01"),
        ("Lavrov, who toured Riyadh and Doha on Monday, was hailed.", "Lavrov tours Riyadh and Doha", {"Sergei Lavrov"}, "2018-07-02"),
        ("A dissident, Jane Doe, was jailed on Monday. The court freed her on Thursday.", "Court frees Doe",
         {"Jane Doe"}, "2018-07-05"),
        ("Merkel spoke. The chancellor flew home on Monday.", "Merkel flies home", {"Angela Merkel"}, "2018-07-02"),
        ("Peru has led the bloc since 2008, when it signed a pact.", "Peru signs pact", {"Peru"}, "2008-01-01"),
        ("Merkel met Putin. Elian was ill when he was freed on Monday.", "Elian freed", {"Elian"}, "2018-07-02"),
        ("Merkel urged Putin to free the sailors. On Monday she handed him a letter.", "Merkel hands Putin letter",
         {"Angela Merkel", "Vladimir Putin"}, "2018-07-02"),
        ("The rebels lost the war. They laid down their arms in May.", "Rebels lay down arms", set(), "2018-05-01"),
        ("A first round of talks was held on Monday; a second was held in Oslo on Tuesday.", "Second round held in Oslo",
         set(), "2018-07-03"),
        ("Leopoldo Lopez has been under house arrest since 2012.", "Leopoldo Lopez under house arrest", {"Leopoldo Lopez"}, "2012-01-01"),
        ("Ethiopia and Eritrea were at war from 1998 to 2000.", "Ethiopia and Eritrea at war", {"Ethiopia", "Eritrea"},
         "1998-01-01"),
        ("Peru accused Chile of shelling a village on Monday.", "Chile allegedly shells village", {"Chile"}, "2018-07-02"),
        ("Peru has asked the UN to hold a meeting on Saturday.", "UN may hold meeting", {"United Nations"}, "2018-07-07"),
        ("Soldiers rose up on Monday and were jailed within hours.", "Soldiers jailed", set(), "2018-07-02"),
        ("Aung San Suu Kyi came to power in 2016.", "Aung San Suu Kyi comes to power", {"Aung San Suu Kyi"}, "2016-01-01"),
        ("A pact struck in Lima in May, which collapsed in June, ended it.", "Pact collapses", set(), "2018-06-01"),
        ("Chad led them from 1996 until May 2001, when Mali toppled them.", "Mali topples them", {"Mali"}, "2001-05-01"),
        ("The republic will cease to exist by the start of next year.", "Deadline: republic to cease to exist", set(),
         "2019-01-01"),
        ("The withdrawal must begin by Monday and be completed within two weeks.", "Deadline: withdrawal", set(), "2018-07-20"),
        ("A pact would see all troops leave Chad within 14 months.", "All troops to leave Chad", set(), "2018-07-06"),
        ("Castro appeared before a court in May.", "Castro appears before a court", {"Raul Castro"}, "2018-05-01"),
        ("Poland said on Tuesday it had lifted the ban.", "Poland lifts ban", {"Poland"}, "None"),
        ("Peruvian police said on Monday they had arrested ten men.", "Peru arrests ten men", {"Peru"}, "None"),
        ("Iran said on Tuesday it had seized a tanker on Monday.", "Iran seizes tanker", {"Iran"}, "2018-07-02"),
        ("Poland summoned an envoy over an incident on May 5 in which a jet crossed the border.", "Incident", set(), "2018-05-05"),
        ("Xi will visit Chad for a summit in August.", "Xi Jinping to visit Chad for a summit", {"Xi Jinping"}, "2018-08-01"),
        ("The court ordered the release of Imran Khan on Monday.", "Court orders release of Imran Khan", {"Imran Khan"},
         "2018-07-02"),
        ("Lavrov landed in Jeddah on Monday.", "Lavrov lands in Jeddah", {"Sergei Lavrov"}, "2018-07-02"),
        ("Chad barred nurses from working for the UN in April.", "Chad bars nurses", {"Chad"}, "2018-04-01"),
        ("The bloc suspended Mali in 2012.", "Bloc suspends Mali", {"Mali"}, "2012-01-01"),
        ("Merkel flew to Rome in May and is due back there this month.", "Merkel due in Rome", {"Angela Merkel"}, "2018-07-06"),
        ("The ship was seized on Monday and freed on Tuesday.", "Ship freed", set(), "2018-07-03"),
        ("Suspended since 2014, flights to Cairo will start again.", "Flights to Cairo suspended", set(), "2014-01-01"),
        ("Iran test-fired two missiles on May 9, drawing a rebuke.", "Iran test-fires two missiles", {"Iran"}, "2018-05-09"),
        ("Obama will meet Xi on the sidelines of a summit that opens on Thursday.",
         "Obama to meet Xi on the sidelines of a summit", {"Barack Obama", "Xi Jinping"}, "2018-07-12"),
        ("They back a treaty that Chad approved last year and that took effect on May 1.", "Treaty takes effect", set(),
         "2018-05-01"),
        ("Peru condemned the raid on Monday.", "Peru condemns raid", {"Peru"}, "2018-07-02"),
        ("Kenya's Supreme Court will rule on Monday.", "Kenya's Supreme Court to rule", {"Kenya"}, "2018-07-09"),
        ("Peru declared the 1953 armistice void.", "Armistice", set(), "1953-01-01"),
        ("Troops will begin to leave Mali in August and hand over to a force in September.", "Troops to hand over to a force",
         set(), "2018-09-01"),
        ("Peru and Chile failed to reach a truce in talks in Rome on May 5.", "Peru and Chile do not reach truce in talks in Rome", {"Peru", "Chile"},
         "2018-05-05"),
        ("Merkel is due in The Hague on July 9.", "Merkel due in The Hague", {"Angela Merkel"}, "2018-07-09"),
        ("The men, Karim Hassan and Omar Nasser, landed at 3:45 p.m. They appeared before a court on Tuesday.",
         "Karim Hassan and Nasser appear before a court", {"Karim Hassan", "Omar Nasser"}, "2018-07-03"),
        ("Alitalia said it would resume flights to Tripoli on Thursday.", "Alitalia to resume flights to Tripoli",
         {"Alitalia"}, "2018-07-12"),
        ("Chad put off a visit by the mission that was to begin this week.", "Chad puts off visit by the mission", {"Chad"}, "2018-07-02"),
        ("Sanctions, some of which date to 1986, will remain in place.", "Sanctions", set(), "1986-01-01"),
        ("Chad is to free them on or before July 20.", "Deadline: Chad to free them", {"Chad"}, "2018-07-20"),
        ("Merkel will travel to Chad before the end of the month.", "Merkel to travel to Chad", {"Angela Merkel"}, "2018-07-06"),
        ("Since it seized Crimea in 2014, Russia has been isolated.", "Russia seizes Crimea", {"Russia", "Crimea"}, "2014-01-01"),
        ("Pompeo cancelled a meeting with Lavrov that had been set for July 20.", "Pompeo cancels meeting with Lavrov",
         {"Mike Pompeo", "Sergei Lavrov"}, "2018-07-20"),
        ("Chad halted the pipeline, completed in May.", "Pipeline completed", set(), "2018-05-01"),
        ("Chad said on Monday it would freeze the assets of a bank.", "Chad says it will freeze the assets of a bank", {"Chad"},
         "2018-07-02"),
        ("Netanyahu, whose May 3 speech to Congress had infuriated Obama, left.", "Netanyahu's speech to Congress",
         {"Benjamin Netanyahu"}, "2018-05-03"),
        ("Kim met Moon. Before his speech on Sunday, Putin praised the army.", "Putin's speech", {"Vladimir Putin"},
         "2018-07-01"),
        ("A truce agreed in April expired two months later.", "Truce expires", set(), "2018-06-01"),
        ("Merkel visited Lima last April and Peruvian envoys travelled to Bonn in May.", "Merkel visits Lima", {"Angela Merkel"},
         "2018-04-01"),
        ("Danish shipping giant Maersk suspended transits in May.", "Maersk suspends transits", {"Maersk"}, "2018-05-01"),
        ("Russia requested an emergency meeting for Friday.", "Emergency meeting possible", set(), "2018-07-06"),
        ("Peru suspended contacts in 2006 after the council's resolution on July 31 of that year.", "Peru suspends contacts",
         {"Peru"}, "2006-01-01"),
        ("Chad and Mali launched dozens of air strikes on Monday.", "Chad and Mali launch dozens of air strikes",
         {"Chad", "Mali"}, "2018-07-02"),
        ("Turkey, whose forces crossed into Chad on Monday, was hailed.", "Forces cross into Chad", {"Turkey"}, "2018-07-02"),
        ("The envoy arrived on May 5, two months after the rebels signed a pact.", "Rebels sign pact", set(), "2018-03-01"),
        ("The increase that had been due to take effect on Monday was suspended.", "Increase not to take effect", set(),
         "2018-07-09"),
        ("Peru's Martin Vizcarra dissolved Congress on May 3.", "Martin Vizcarra dissolves Congress", {"Martin Vizcarra"},
         "2018-05-03"),
        ("Obama asked Congress on Monday to act.", "Obama asks Congress to act", {"Barack Obama", "Congress"}, "2018-07-02"),
        ("Martin Vizcarra called elections for July 26.", "Elections", {"Martin Vizcarra"}, "2018-07-26"),
        ("Sarkozy invited Cameron to a summit in Paris on Saturday.", "Summit in Paris", set(), "2018-07-07"),
        ("Chad declared a curfew on Tuesday and a day later police cleared the square.", "Police clear square", set(), "2018-07-04"),
        ("Sisi stepped down; Egyptians vote on Saturday on a charter.", "Egyptians to vote on a charter", {"Egypt"}, "2018-07-07"),
        ("King Salman skipped a summit at Camp David in May.", "King Salman skips summit at Camp David", {"King Salman"}, "2018-05-01"),
        ("Chad has pressed Mali to settle since 2016.", "Chad presses Mali to settle", {"Chad", "Mali"}, "2016-01-01"),
        ("Peru must decide by May whether to buy ships; if it does not, Chad may end production in 2021.",
         "Chad may end production", {"Chad"}, "2021-01-01"),
        ("Chad and Mali signed a commitment to protect civilians on May 11, 2017.", "Chad and Mali sign commitment",
         {"Chad", "Mali"}, "2017-05-11"),
        ("General Motors, once the world's largest company, filed for Chapter 11 protection in New York on Monday morning, hours after "
         "a judge cleared the sale of a plant to Chad.", "Judge clears sale of a plant to Chad", set(), "2018-07-01"),
        ("At the invitation of the Prime Minister of India, H.E. Mr. Narendra Modi, the Prime Minister of Japan, H.E. Mr. ABE "
         "Shinzo, paid a visit to India from 19 to 20 March 2018.", "Abe pays visit to India", {"Shinzo Abe"}, "2018-03-19"),
        ("President Emmanuel MACRON met Chancellor Angela MERKEL in Paris on Monday.", "Macron meets Angela MERKEL in Paris",
         {"Emmanuel Macron", "Angela Merkel"}, "2018-07-02"),
        ("Modi hailed the first summit and praised the next one, to be held in Tokyo in August.", "Next summit in Tokyo", set(),
         "2018-08-01"),
        ("The first summit was held in Tokyo in 2015 and the one planned for December 2016 in Delhi had been postponed.",
         "Summit put off", set(), "2016-12-01"),
        ("They held a summit in Oslo in May and will hold another in August.", "Summit", set(), "2018-08-01"),
        ("The court had given Chad 30 days on April 30 to reach a deal with Mali.", "Deadline: Chad to reach deal with Mali",
         {"Chad", "Mali"}, "2018-05-30"),
        ("The Senate met on Monday. Gazprom signed a contract with China in May. It agreed on Saturday to sell gas.",
         "Gazprom agrees to sell gas", {"Gazprom"}, "2018-06-30"),
        ("Airbus said on Tuesday it had signed a deal with Iran.", "Airbus signs deal with Iran", {"Airbus", "Iran"}, "None"),
        ("The UN envoy for Syria, Staffan de Mistura, resigned on Monday.", "De Mistura resigns", {"Staffan de Mistura"},
         "2018-07-02"),
        ("They held 2+2 talks in Tokyo on Monday.", "2+2 talks in Tokyo", set(), "2018-07-02"),
        ("The army staged a coup in Chad on Monday. Within days of the coup the bloc imposed sanctions.", "Bloc imposes sanctions",
         set(), "2018-07-02"),
        ("The rebels broke the truce within days of signing it on May 3, 2018.", "Rebels sign truce", set(), "2018-05-03"),
        ("On April 30 ECOWAS closed borders and froze assets.", "ECOWAS freezes assets", {"ECOWAS"}, "2018-04-30"),
        ("ECOWAS closed borders and froze assets on April 30.", "ECOWAS closes borders", {"ECOWAS"}, "2018-04-30"),
        ("Chad recalled its envoy and shut the border on Monday.", "Chad recalls envoy", {"Chad"}, "2018-07-02"),
        ("The three states signed a defence pact, the Liptako-Gourma Charter, on April 16 and said on May 28 that they were "
         "leaving the bloc.", "Three states sign defence pact", set(), "2018-04-16"),
        ("Chad said on May 28 that it was leaving the bloc.", "Chad leaves bloc", {"Chad"}, "2018-05-28"),
        ("The last of them left on May 22, and the embassy was closed on June 2.", "Embassy closed", set(), "2018-06-02"),
        ("Paul Doe, an Australian, was the first to be convicted, on March 30, 2007; he was flown home to Lima that May and freed in "
         "December.", "Doe flown home to Lima", {"Paul Doe"}, "2007-05-01"),
        ("On May 31 hundreds of protesters tried to storm the palace.", "Hundreds of protesters try to storm the palace", set(),
         "2018-05-31"),
        ("He saw no prospect of talks before the elections in Greece, which he expects in the fall.", "Elections in Greece",
         set(), "2018-09-01"),
        ("There would be a boycott of the Winter Olympics, which open in Beijing on 4 February.", "Winter Olympics in Beijing to open",
         set(), "2019-02-04"),
        ("Chad ruled out a visit on 3 May.", "Chad rules out visit", {"Chad"}, "2018-05-03"),
        ("Chad had proposed talks to Mali on May 20.", "Chad proposes talks to Mali", {"Chad"}, "2018-05-20"),
        ("Merkel won the vote on May 3 and cut taxes within days.", "Merkel cuts taxes", {"Angela Merkel"}, "2018-05-03"),
        ("Chad revoked an accord with Mali on May 3. The junta called off talks with Paris on May 4. On May 24 it freed Jane Doe.",
         "Jane Doe freed", {"Jane Doe"}, "2018-05-24"),
        ("ECOWAS froze assets on April 30. It gave Mali a week to retreat and, when the deadline passed on May 6, shut the border.",
         "Deadline: Mali to retreat", {"Mali"}, "2018-05-07"),
        ("ECOWAS gave the junta a week on April 30 to free Jane Doe.", "Deadline: junta to free Jane Doe", {"Jane Doe"}, "2018-05-07"),
        ("Abdourahmane Tiani has ruled since July 28, 2017, two days after his guards detained Mohamed Bazoum.",
         "Guards detain Mohamed Bazoum", {"Mohamed Bazoum"}, "2017-07-26"),
        ("Hamas rejected a deal, but Prime Minister Benjamin Netanyahu's office said the terms fell short and that it would send envoys to "
         "Cairo on Tuesday.", "Envoys to be sent to Cairo", set(), "2018-07-10"),
        ("Antony Blinken arrives in London on Sunday. With David Lammy he will travel on to Kyiv on Monday.", "Blinken to travel to Kyiv",
         {"Antony Blinken", "David Lammy"}, "2018-07-09"),
        ("Angela Merkel met Vladimir Putin in May. Chad's border guards will leave Lima by August, where they have served since 1992.",
         "Chad's border guards serve", {"Chad"}, "1992-01-01"),
        ("Merkel, who has met Vladimir Putin five times, most recently in Paris last May, stayed away from talks in Oslo.",
         "Merkel meets Vladimir Putin", {"Angela Merkel", "Vladimir Putin"}, "2018-05-01"),
        ("Chad has said since 13 May 2017 that it no longer considers itself bound by the pact: on that day, Mali's troops moved into Lima.",
         "Mali's troops move into Lima", {"Mali"}, "2017-05-13"),
        ("Trump spoke on Monday. A judge ordered the arrest of Edmundo González, who flew to Madrid on Tuesday night. He had met "
         "Nicolás Maduro on 28 May.", "Edmundo González meets Nicolás Maduro", {"Edmundo González", "Nicolas Maduro"}, "2018-05-28"),
        ("De Mistura, who took up his duties on 1 November 2015, two years after Horst Köhler stepped down, visited Rabat in January and the "
         "region again in May.", "Horst Köhler steps down", {"Horst Köhler"}, "2013-01-01"),
        ("Spain's letter led Chad to recall its ambassador on 3 May and to suspend a treaty on 8 June.", "Chad suspends treaty", {"Chad"},
         "2018-06-08"),
        ("A pact was signed on 9 June 1999, and the bombing, which had begun on 24 March, was suspended.", "Bombing begins", set(),
         "1999-03-24"),
        ("Chad accepted a plan on Monday. The announcement came a day after rebels fired rockets.", "Rebels fire rockets", set(),
         "2018-07-01"),
        ("Milošević gave in on 3 June 1999.", "Milošević gives in", {"Slobodan Milosevic"}, "1999-06-03"),
        ("The town was taken by May 3.", "Town taken", set(), "None"),
        ("Three agents of Chad, in prison since 1998, landed at home on May 3.", "Three agents of Chad land at home", {"Chad"}, "2018-05-03"),
        ("Trump announced that he was leaving the deal, and in January 2017, nine days before he left Lima, Chad was put on the list.",
         "Chad put on the list", {"Chad"}, "2017-01-01"),
        ("Pope John Paul II flew to Lima in May. Jens Stoltenberg will travel to Washington from Sunday and host Chad's minister on August 15.",
         "Stoltenberg to host Chad's minister", {"Jens Stoltenberg", "Chad"}, "2018-08-15"),
        ("Merkel promised in March to send the bill to parliament, which she did on May 23.", "Merkel sends bill to parliament", {"Angela Merkel"},
         "2018-05-23"),
        ("The panel is to submit a midterm report by 3 August and a final one by 2 February.", "Deadline: panel to submit final report",
         set(), "2019-02-02"),
        ("Japan said that a missile had flown over Hokkaido on 13 May.", "Missile flies over Hokkaido", set(), "2018-05-13"),
        ("The European Commission recommended accession talks on 8 May.", "European Commission recommends accession talks",
         {"European Commission"}, "2018-05-08"),
        ("Pope Francis flew to Lima. Angela Merkel met him on Monday. Emmanuel Macron, who had invited him in May, saw him off.",
         "Macron invites Pope Francis", {"Emmanuel Macron", "Pope Francis"}, "2018-05-01"),
        ("John Paul II planned to come in December 1999.", "John Paul II to come", {"John Paul II"}, "1999-12-01"),
        ("Putin stays at home; Foreign Minister Sergei Lavrov flies there from Lima, where he arrived on Monday.", "Lavrov arrives",
         {"Sergei Lavrov"}, "2018-07-02"),
        ("Zelensky will visit the city, which fell on March 2 and was annexed on April 30, two weeks before it was given up.", "City given up",
         set(), "2018-05-14"),
        ("An effort in Quito produced a truce of 101 days that ended on January 9, 2018; the following day the ELN blew up pipelines.",
         "ELN blows up pipelines", {"ELN"}, "2018-01-10"),
        ("The rebels said that the group would return displaced people to their land before Christmas.",
         "Group to return displaced people to their land", set(), "2018-07-06"),
        ("Yair Lapid called the deal a failure of Benjamin Netanyahu, who is in Rome until Sunday.", "Netanyahu is in Rome",
         {"Benjamin Netanyahu"}, "None"),
        ("Drones struck a port on September 14, 2013. The Houthis, whom Iran arms, fired a missile last March, days before a truce that took "
         "effect on April 2.", "Truce takes effect", set(), "2018-04-02"),
        ("President Demirel received Jane Doe on May 3. The President plans to travel to Lima on August 5. He will thank Chad. He "
         "will meet Putin tomorrow.", "Demirel to meet Putin", {"Suleyman Demirel", "Vladimir Putin"}, "2018-07-07"),
        ("On 20 December 1989 soldiers invaded Panama. Manuel Noriega took refuge in Panama City on Christmas Eve.",
         "Noriega takes refuge in Panama City", {"Manuel Noriega"}, "1989-12-24"),
        ("Chad's case against Mali, which was brought in November 2017, goes on.", "Chad's case against Mali brought", {"Chad"},
         "2017-11-01"),
        ("The army quit talks with the paramilitary Rapid Support Forces that had been going on in Jeddah since May 3.",
         "Talks with the paramilitary Rapid Support Forces in Jeddah", {"Rapid Support Forces"}, "2018-05-03"),
        ("Army chief Abdel Fattah al-Burhan visited troops on Tuesday.", "Al-Burhan visits troops", {"Abdel Fattah al-Burhan"},
         "2018-07-03"),
        ("Baerbock said on Wednesday, ten months after Chad handed over a port, that Germany would pay.", "Chad hands over port", {"Chad"},
         "2017-09-01"),
        ("The plan was announced on May 20, weeks after Chad expelled an envoy.", "Chad expels envoy", {"Chad"}, "2018-02-20"),
        ("A truce, brokered by Chad and Mali, was signed on May 20. It will run out on Monday evening.", "Truce to run out", set(),
         "2018-07-09"),
        ("Mr Lee told reporters in Berlin that talks over a further tranche had begun in May and would resume in Lima next week.",
         "Talks over a further tranche begin", set(), "2018-05-01"),
        ("The ministers of Chad and Mali are likely to meet in Lima before the year is out. Their last round of talks there ended on June 2.",
         "Last round of talks in Lima ends", set(), "2018-06-02"),
        ("The deal fell through on Tuesday.", "Deal falls through", set(), "2018-07-03"),
        ("Namibia, where Germany committed the first genocide of the 20th century in 1904, protested.", "Germany commits first genocide",
         {"Germany"}, "1904-01-01"),
        ("KHARTOUM: Sudan's army shelled a market on Tuesday.", "Sudan's army shells market", {"Sudan"}, "2018-07-03"),
        ("The Hague - Judges dismissed a case on Tuesday.", "Judges dismiss case", set(), "2018-07-03"),
        ("Chad and Mali agreed to revive an accord of 1998.", "Accord", set(), "1998-01-01"),
        ("Talks on reviving the 2015 deal began in Vienna in early April.", "Talks on reviving the deal in Vienna begin", set(), "2018-04-01"),
        ("Nancy Pelosi landed on May 2. The next day she met President Tsai Ing-wen. President Yoon Suk Yeol did not receive her but called on "
         "May 4. In Tokyo, on May 5, she had breakfast with Shinzo Abe.", "Pelosi has breakfast with Shinzo Abe",
         {"Nancy Pelosi", "Shinzo Abe"}, "2018-05-05"),
        ("Emmanuel Macron hosts Olaf Scholz and Andrzej Duda in Paris on Monday.", "Macron to host Olaf Scholz and Andrzej Duda in Paris",
         {"Emmanuel Macron", "Olaf Scholz", "Andrzej Duda"}, "2018-07-09"),
        ("Iran will delete it unless U.S. sanctions are lifted by July 24.", "U.S. sanctions may be lifted", {"United States"}, "2018-07-06"),
        ("Jair Bolsonaro, who flew to Florida in December, was admitted to a hospital in Orlando on Monday.",
         "Bolsonaro admitted to a hospital in Orlando", {"Jair Bolsonaro"}, "2018-07-02"),
        ("Ties were cut on Monday, a day after the truce ended.", "Truce ends", set(), "2018-07-01"),
        ("Pelosi left Taiwan on May 3. Three days after she left, a second group of lawmakers arrived.", "Second group of lawmakers arrives",
         set(), "2018-05-06"),
        ("Joe Biden hosted Pacific leaders for the first time in May 2016 and for a second time last July 3-5.",
         "Biden hosts Pacific leaders for the second time", {"Joe Biden"}, "2017-07-03"),
        ("Campbell announced on May 28 that Washington would open a mission in Vanuatu; it did so last month.",
         "Washington opens mission in Vanuatu", {"Washington"}, "2018-06-01"),
        ("The council discussed the matter at Chad's request on Monday.", "Council discusses matter at Chad's request", set(), "2018-07-02"),
        ("Algeria spoke. Frente POLISARIO held its congress near Tindouf in January. It has fought since May 13.",
         "Frente POLISARIO fights", {"Frente POLISARIO"}, "2018-05-13"),
        ("Much depends on Chad, where a truce that ran out in May has largely held.", "Truce runs out", set(), "2018-05-01"),
        ("Ministers endorsed the launch of a maritime operation, and work continues with a view to establishing it by 19 August.",
         "Deadline: launch of a maritime operation to be established", set(), "2018-08-19"),
        ("The High Representative spoke with Hossein Amir-Abdollahian on 8 June. He will travel to Cairo in August.", "He to travel to Cairo",
         set(), "2018-08-01"),
        ("The president, Joe Biden, met Putin on 8 June. He will travel to Cairo in August.", "Biden to travel to Cairo", {"Joe Biden"},
         "2018-08-01"),
        ("In April 2013 she brought Hashim Thaci and Ivica Dacic to an agreement in Brussels.",
         "Hashim Thaci and Ivica Dacic brought to an agreement in Brussels", {"Hashim Thaci", "Ivica Dacic"}, "2013-04-01"),
        ("Attacks on ships, which have increased since May, go on.", "Attacks on ships increase", set(), "2018-05-01"),
        ("Police stormed an embassy late on Friday and arrested Jorge Glas, who had been there since December. Hours earlier Chad had granted "
         "Glas asylum.", "Chad grants Glas asylum", {"Chad", "Jorge Glas"}, "2018-07-05"),
        ("Nicolas Maduro and Irfaan Ali shook hands on Monday, hosted by Prime Minister Ralph Gonsalves. The two men will meet in Brazil "
         "on July 20.", "Maduro and Irfaan Ali to meet in Brazil", {"Nicolas Maduro", "Irfaan Ali"}, "2018-07-20"),
        ("Vucic met Kurti in May. Milan Radoicic admitted on June 2 that he had organised it. He was detained on June 3 and freed the "
         "following day.", "Milan Radoicic freed", {"Milan Radoicic"}, "2018-06-04"),
        ("Japan will lift curbs on exports that it imposed in July 2017.", "Japan imposes curbs", {"Japan"}, "2017-07-01"),
        ("Trudeau raised it with Modi at the G20 summit on June 9. Trade talks, which began in 2010, were paused two weeks before the summit.",
         "Trade talks paused", set(), "2018-05-26"),
        ("June brought no relief: on the 14th, Serbia arrested three policemen; it let them go twelve days later.", "Serbia lets them go",
         {"Serbia"}, "2018-06-26"),
        ("A joint commission of ministers is to report to both presidents next month.",
         "Joint commission of ministers to report to both presidents", set(), "2018-08-01"),
        ("New Delhi is expected to respond in kind on Tuesday.", "New Delhi to respond in kind", {"New Delhi"}, "2018-07-10"),
        ("The presidents of Chad and Mali agreed on Thursday to avoid any use of force in their dispute over the oil-rich Lima region.",
         "Presidents of Chad and Mali agree to avoid any use of force in their dispute", {"Chad", "Mali"}, "2018-07-05"),
        ("A humanitarian truce declared this March collapsed on June 24.", "Humanitarian truce collapses", set(), "2018-06-24"),
        ("A humanitarian truce declared this March collapsed on June 24.", "Humanitarian truce declared", set(), "2018-03-01"),
        ("On Monday gangs stormed the jail. A curfew declared the next day was extended on Thursday.", "Curfew declared", set(),
         "2018-07-03"),
        ("On Monday gangs stormed the jail. A curfew declared the next day was extended on Thursday.", "Curfew extended", set(),
         "2018-07-05"),
        ("A truce agreed on June 4 was broken on Friday.", "Truce broken", set(), "2018-07-06"),
        ("Macron laid the stone on 2 April 2018, seven weeks after Merkel fell.", "Merkel falls", {"Angela Merkel"}, "2018-02-12"),
        ("Elected president of Chad in February 1994, Macron led it into the bloc the next January.", "Macron elected president of Chad",
         {"Emmanuel Macron"}, "1994-02-01"),
        ("Elected president of Chad in February 1994, Macron led it into the bloc the next January.", "Macron leads it into the bloc",
         {"Emmanuel Macron", "Chad"}, "1995-01-01"),
        ("Macron's mission began a month after the landslide of 26 December 2004.", "Macron's mission begins", {"Emmanuel Macron"},
         "2005-01-01"),
        ("In January 2017 Macron refused to step down after losing an election the previous month.", "Macron loses election",
         {"Emmanuel Macron"}, "2016-12-01"),
        ("Talks brokered by the United States produced a draft in May, but Ethiopia walked out. It began filling the lake that June.",
         "Ethiopia fills lake", {"Ethiopia"}, "2018-06-01"),
        ("Egypt's foreign minister is due in Washington on 23 July.", "Egypt's foreign minister due in Washington", {"Egypt"}, "2018-07-23"),
        ("Merkel took office on July 20, 2015. Macron was to have handed over power by June 7 under an accord signed in December 2017.",
         "Deadline: Macron to hand over power under an accord", {"Emmanuel Macron"}, "2018-06-07"),
        ("Antony Blinken spoke with Ararat Mirzoyan. The secretary told of U.S. aid to Armenia. The two discussed a truce on Monday.",
         "Blinken and Mirzoyan discuss truce", {"Antony Blinken", "Ararat Mirzoyan"}, "2018-07-02"),
        ("They discussed the outcome of talks, and preparations for the summit in Lima on October 5, 2018.",
         "Summit in Lima", set(), "2018-10-05"),
        ("Merkel welcomed the visit of Jane Doe from 4 to 11 May.", "Visit of Jane Doe", {"Jane Doe"}, "2018-05-04"),
        ("The truce was followed by talks in Oslo on Monday.", "Talks in Oslo", set(), "2018-07-02"),
        ("Maduro held a referendum on June 3. Two days after the ballot he ordered the firm to leave.", "Maduro orders firm to leave",
         {"Nicolas Maduro"}, "2018-06-05"),
        ("The vote needs a signature: Jane Doe was elected in May. She takes office on 15 July.", "Doe to take office", {"Jane Doe"},
         "2018-07-15"),
        ("START I was signed on July 31, 1991.", "START I signed", set(), "1991-07-31"),
        ("The court, to which Chad brought the case in March 2015, ruled on June 1 that Mali must leave.", "Court rules that Mali must leave",
         set(), "2018-06-01"),
        ("Parliament voted on Monday to leave the pact. The bill, submitted in July 2017, passed. Macron had hosted Merkel three days "
         "earlier.", "Macron hosts Merkel", {"Emmanuel Macron", "Angela Merkel"}, "2018-06-29"),
        ("Chad halts trade with Mali on July 3.", "Chad halts trade with Mali", {"Chad"}, "2018-07-03"),
        ("July 3, 2018: Chad halts all trade with Mali.", "Chad halts all trade with Mali", {"Chad"}, "2018-07-03"),
        ("Chad halts talks with Mali on July 3.", "Chad halts talks with Mali", {"Chad", "Mali"}, "2018-07-03"),
        ("Chad became the first state on the continent to recognise Mali on March 28, 1965.", "Chad recognises Mali", {"Chad", "Mali"},
         "1965-03-28"),
        ("On Monday Chad became the 140th state to ratify the treaty.", "Chad ratifies treaty", {"Chad"}, "2018-07-02"),
        ("Chad is set to become the first state to leave the court in September.", "Chad to leave court", {"Chad"}, "2018-09-01"),
        ("The Conference on Chad, which was reconvened in Oslo on 28 June, closed on 5 July.", "Conference on Chad", set(), "2018-06-28"),
        ("Macron, who had flown to the resort on 30 May and again, within a week, on 6 June, hosted a dinner.",
         "Macron flies to the resort", {"Emmanuel Macron"}, "2018-05-30"),
        ("Chadian troops have been on the island since July 1974, when they landed in Lima.", "Chadian troops land in Lima", {"Chad"},
         "1974-07-01"),
        ("Foreign ministers last met in May, when they agreed to a truce.", "Foreign ministers agree to a truce", set(), "2018-05-01"),
        ("On 1 June evidence of killings in Lima came to light.", "Evidence of killings in Lima comes to light", set(), "2018-06-01"),
        ("Vladimir Putin showed a draft to African leaders on Monday.", "Putin shows draft to African leaders", {"Vladimir Putin"},
         "2018-07-02"),
        ("The General Assembly voted 116 to 6 for a resolution on Monday.", "UN General Assembly votes 116 to 6 for a resolution",
         {"UN General Assembly"}, "2018-07-02"),
        ("Macron said on Monday that France would send 500 troops to Mali.", "Macron says that France will send 500 troops to Mali",
         {"Emmanuel Macron", "France"}, "2018-07-02"),
        ("It rained. France will send 500 troops to Mali, Macron said on Monday.",
         "Macron says that France will send 500 troops to Mali", {"Emmanuel Macron", "France"}, "2018-07-02"),
        ("It rained. Chad would send troops to Mali, its prime minister said on Monday.",
         "Prime minister says that Chad will send troops to Mali", {"Chad"}, "2018-07-02"),
        ("It rained. Chad said on Monday its troops would join the fight.", "Chad says its troops will join the fight", {"Chad"},
         "2018-07-02"),
        ("The Kremlin said on Tuesday that Russia would not take part in the summit.",
         "Kremlin says that Russia will not take part in the summit", {"Kremlin", "Russia"}, "2018-07-03"),
        ("It rained. Kremlin spokesman Dmitry Peskov said on Tuesday that Russia was open to talks.",
         "Peskov says that Russia is open to talks", {"Dmitry Peskov", "Russia"}, "2018-07-03"),
        ("It rained. Iran said on Monday it was prepared to release the sailors.", "Iran says it is prepared to release the sailors",
         {"Iran"}, "2018-07-02"),
        ("The foreign minister of Turkey said on Monday that Ankara was recalling its ambassador.", "Ankara recalls ambassador",
         {"Ankara"}, "2018-07-02"),
        ("Trump said on Tuesday that he had ordered a strike on Syria.", "Trump orders strike on Syria",
         {"Donald Trump", "Syria"}, "None"),
        # what is read first after "said" is when it was said, and the deed has a day of its own
        ("The White House said Thursday Trump would meet Macron in Paris next week.", "Trump to meet Macron in Paris",
         {"Donald Trump", "Emmanuel Macron"}, "2018-07-09"),
        ("Officials said Tuesday Israel invaded Lebanon on Sunday.", "Israel invades Lebanon", {"Israel", "Lebanon"}, "2018-07-01"),
        ("Macron told reporters in Minsk Thursday Russia would leave Syria next week.", "Russia to leave Syria", {"Russia"}, "2018-07-09"),
        # the perfect takes no day that is over
        ("The EU has condemned the attack on the consulate in Herat on Sunday.", "Attack on the consulate in Herat", set(),
         "2018-07-01"),
        ("Three men have been charged over the killing of the ambassador in Tripoli in May 2016.", "Killing of the ambassador in Tripoli",
         set(), "2016-05-01"),
        ("Chad has sent troops to find the body of a priest murdered by rebels two years ago.",
         "Priest murdered by rebels", set(), "2016-01-01"),
        ("Chad has agreed to a truce with Mali on Sunday.", "Chad agrees to a truce with Mali", {"Chad"}, "2018-07-01"),
        ("Chad has withdrawn its troops from Libya last year.", "Chad withdraws troops from Libya", {"Chad"}, "2017-01-01"),
        ("Roe was arrested last year in the May 2016 stabbing death of Jane Doe.", "Stabbing death of Jane Doe", {"Jane Doe"},
         "2016-05-01"),
        ("Doe had been killed within a month of his arrest on 3 May 2016.", "Doe killed", set(), "2016-05-03"),
        ("Doe had been killed within a month of his arrest on 3 May 2016.", "Arrest", set(), "2016-05-03"),
        ("Chad had hinted at an interest in reopening talks in remarks made on Monday by its envoy.",
         "Remarks made by its envoy", set(), "2018-07-02"),
        ("Obama has asked Congress for $450 million in aid next year.", "Aid", set(), "2019-01-01"),
        ("Chad has scheduled a vote in August.", "Vote", {"Chad"}, "2018-08-01"),
        ("Chad has withdrawn from the summit in August.", "Summit", set(), "2018-08-01"),
        ("Chad left the plan, begun under Bush in 2001.", "Plan begun under Bush", set(), "2001-01-01"),
        ("Chad cancelled talks planned for August.", "Chad cancels talks", {"Chad"}, "2018-08-01"),
        ("Chad suspended talks with Mali on Monday.", "Chad suspends talks with Mali", {"Chad", "Mali"}, "2018-07-02"),
        ("They missed that deadline, in March, but on June 23 agreed to a cease-fire.", "They agree to a cease-fire", set(), "2018-06-23"),
        ("May had said on Monday that Russia was responsible and gave it until the end of Tuesday to reply.", "Deadline: Russia to reply",
         {"Russia"}, "2018-07-03"),
        ("Talks opened in Oslo in October 2012 and moved to Lima the next month.", "Talks move to Lima", set(), "2012-11-01"),
        ("NATO has condemned the attack as the first on its soil since it was founded in 1949. It met in Paris on Monday.",
         "NATO meets in Paris", {"NATO"}, "2018-07-02"),
        ("The bill, which the Senate is expected to take up next week, is late.", "Senate to take up bill", set(), "2018-07-09"),
        ("Britain will expel 23 diplomats, Prime Minister Theresa May told Parliament on Wednesday.",
         "May tells Parliament that Britain will expel 23 diplomats", {"Theresa May", "United Kingdom"}, "2018-07-04"),
        ("Macron faces a runoff on Sunday.", "Macron to face runoff", {"Emmanuel Macron"}, "2018-07-08"),
        ("Doe declared himself president before a crowd in Caracas on June 23.", "Doe declares himself president", set(), "2018-06-23"),
        ("Maduro told Spanish television on Sunday that he would not bow to pressure.",
         "Maduro tells Spanish television that he will not bow to pressure", {"Nicolas Maduro"}, "2018-07-01"),
        ("When the deadline ran out on June 26, Chad froze the talks and recalled its envoy.", "Chad recalls envoy", {"Chad"},
         "2018-06-26"),
        ("When the deadline ran out on June 26, Chad froze the talks and recalled its envoy.", "Chad freezes talks", {"Chad"},
         "2018-06-26"),
        ("An accord brokered by Chad in May brought a lull, but it broke down on Monday.", "Accord breaks down", set(), "2018-07-02"),
        ("Crowds gathered outside the palace on 6 April, the anniversary of a coup, and five days later the army removed and arrested the president.",
         "Crowds gather outside the palace", set(), "2018-04-06"),
        ("Crowds gathered outside the palace on 6 April, the anniversary of a coup, and five days later the army removed and arrested the president.",
         "Army removes president", set(), "2018-04-11"),
        ("Kim Jong Un landed in Beijing on Sunday. Xi held talks with him on Monday.", "Xi Jinping holds talks with Kim Jong Un",
         {"Xi Jinping", "Kim Jong Un"}, "2018-07-02"),
        ("The court issued warrants for him on Monday.", "Court issues warrants", set(), "2018-07-02"),
        ("President Trump spoke on Monday. On Tuesday he told reporters that the United States would send 7,000 soldiers.",
         "Trump tells reporters that the United States will send 7,000 soldiers", {"Donald Trump", "United States"}, "2018-07-03"),
        ("Kim's decision came on Thursday at the end of two days of meetings.", "Kim's decision", {"Kim Jong Un"}, "2018-07-05"),
        ("Chad and a group of six nations led by Mali said they had reached a historic accord on Tuesday.",
         "Chad and a group of six nations reach historic accord", {"Chad"}, "2018-07-03"),
        ("The Security Council is scheduled to vote on a resolution endorsing the accord as early as next week.",
         "UN Security Council to vote on a resolution endorsing the accord", {"UN Security Council"}, "2018-07-09"),
        ("Chad issued a statement condemning the coup of May 3 on Monday.", "Chad issues statement condemning the coup", {"Chad"},
         "2018-07-02"),
        ("They spoke in May. An interim agreement followed in Lima in June.", "Interim agreement in Lima", set(), "2018-06-01"),
        ("Russia cut off supplies to Chad on Monday, the first two countries to lose gas since the invasion of Ukraine began in late June.",
         "Invasion of Ukraine begins", {"Ukraine"}, "2018-06-21"),
        ("The king had planned to visit Lima last September, but the trip was put off.", "King not to visit Lima", set(), "2017-09-01"),
        ("The last such cutoff came in January 2009. It ended on Jan. 19 after Putin struck a deal.", "Last such cutoff", set(),
         "2009-01-01"),
        ("Annan said Saturday he was sending a liaison team to the two capitals within days.",
         "Annan sends liaison team to the two capitals", {"Kofi Annan"}, "2018-06-30"),
        ("Azerbaijan said on Saturday its troops had captured Fizuli.", "Azerbaijan's troops capture Fizuli", {"Azerbaijan"}, "None"),
        ("Hungary joined in May. Its parliament ratified the treaty on Monday.", "Hungary's parliament ratifies treaty", {"Hungary"},
         "2018-07-02"),
        ("A force will be deployed by August 1. Chad has two weeks from that deployment to withdraw.", "Deadline: Chad to withdraw",
         {"Chad"}, "2018-08-15"),
        ("Ethiopia captured the town of Barentu on May 18 and Zalambessa a week later.", "Ethiopia captures Zalambessa", {"Ethiopia"},
         "2018-05-25"),
        ("France and Russia called for a halt on June 1.", "France and Russia call for a halt", {"France", "Russia"}, "2018-06-01"),
        ("13 civilians were killed and more than 50 wounded in the city of Ganja in a missile attack early on Saturday.",
         "13 civilians killed", set(), "2018-06-30"),
        ("Two men were arrested and charged on Monday.", "Two men charged", set(), "2018-07-02"),
        ("The court ruled in May that the arrest, in December, had been unlawful.", "Arrest", set(), "2017-12-01"),
        ("The EU on Thursday extended sanctions to January 31, 2019.", "Deadline: end of sanctions", {"European Union"}, "2019-01-31"),
        ("The EU on Thursday extended sanctions to January 31, 2019.", "European Union extends sanctions", {"European Union"},
         "2018-07-05"),
        ("The summit, originally scheduled for May 12, took place on June 12 in Lima.", "Summit in Lima", set(), "2018-06-12"),
        ("Since taking office in January 2017, Trump has met Abe nine times, most recently in June.", "Trump takes office",
         {"Donald Trump"}, "2017-01-01"),
        ("Since taking office in January 2017, Trump has met Abe nine times, most recently in June.", "Trump meets Abe",
         {"Donald Trump", "Shinzo Abe"}, "2018-06-01"),
        ("Doe was jailed in 2011, freed in 2014 and deported on Sunday.", "Doe freed", set(), "2014-01-01"),
        ("The summit will go ahead on August 12.", "Summit", set(), "2018-08-12"),
        ("The Senate confirmed Haspel on May 17, and she was sworn in four days later.", "Haspel sworn in", {"Haspel"}, "2018-05-21"),
        ("The two Koreas agreed on Friday to hold reunions in August.", "Two Koreas agree to hold reunions",
         {"South Korea", "North Korea"}, "2018-07-06"),
        ("The Kremlin confirmed on Thursday that Putin and Trump would hold talks one on one in Helsinki on July 16.",
         "Putin and Trump to hold talks one on one in Helsinki", {"Vladimir Putin", "Donald Trump"}, "2018-07-16"),
        ("Italy, which left the pact on June 1, closed its ports to rescue ships ten days later.", "Italy closes ports", {"Italy"},
         "2018-06-11"),
        ("Chad's parliament ratified on Thursday the deal that the president had refused to sign on June 26.",
         "President refuses to sign deal", set(), "2018-06-26"),
        ("Ukraine marked on Thursday the anniversary of the liberation of Sloviansk, which rebels had held from April to July 2014.",
         "Rebels hold Sloviansk", set(), "2014-04-01"),
        ("Macron flew to Tehran on July 1, to Ankara the next day and to Moscow on July 4.", "Macron flies to Ankara",
         {"Emmanuel Macron"}, "2018-07-02"),
        ("Macron flew to Tehran on July 1, to Ankara the next day and to Moscow on July 4.", "Macron flies to Moscow",
         {"Emmanuel Macron"}, "2018-07-04"),
        ("Seven people were poisoned in Salisbury in March and Amesbury on June 30.", "Seven people poisoned in Salisbury", set(),
         "2018-03-01"),
        ("Seven people were poisoned in Salisbury in March and Amesbury on June 30.", "Seven people poisoned in Amesbury", set(),
         "2018-06-30"),
        ("Rounds of talks were held in Paris in May, Rome in June and Berlin on Monday.", "Rounds of talks in Rome", set(),
         "2018-06-01"),
        ("Macron met Putin in Moscow in May and Beijing in June.", "Macron meets Putin in Beijing",
         {"Emmanuel Macron", "Vladimir Putin"}, "2018-06-01"),
        ("A bomb killed ten people in Kabul on Monday and Herat on Tuesday.", "Bomb kills ten people in Herat", set(), "2018-07-03"),
        ("Votes will be held on July 12 in Chad, July 14 in Mali and July 20 in Niger.", "Votes in Mali", set(), "2018-07-14"),
        ("The summit will be held in Lima in November, not Bogota in October.", "Summit in Lima", set(), "2018-11-01"),
        ("The treaty was signed in May 2015, ratified in June 2016 and suspended in July 2017.", "Treaty ratified", set(),
         "2016-06-01"),
        ("The treaty, signed in May 2015 and ratified in June 2016, was suspended in July 2017.", "Treaty ratified", set(),
         "2016-06-01"),
        ("Chad banned the party in May and its leader in June.", "Chad bans party", {"Chad"}, "2018-05-01"),
        ("Chad left the pact in May, followed by Mali in June.", "Mali leaves pact", {"Mali"}, "2018-06-01"),
        ("Chad left the pact in May, as did Mali in June.", "Mali leaves pact", {"Mali"}, "2018-06-01"),
        ("An attack was reported in Kabul on Monday.", "Attack in Kabul", set(), "2018-07-02"),
        ("The government and the FARC opened talks on Monday.", "Government and the FARC open talks", {"FARC"}, "2018-07-02"),
        ("Iran, the report said on Monday, sold arms to Mali in 2015.", "Iran sells arms to Mali", {"Iran"}, "2015-01-01"),
        ("The two leaders, the White House said on Monday, will meet in August.", "Two leaders to meet", set(), "2018-08-01"),
        ("On Monday, the anniversary of the coup, Chad freed ten men.", "Chad frees ten men", {"Chad"}, "2018-07-02"),
        ("The UN said on Monday that talks had begun.", "Talks begin", set(), "None"),
        ("Chad claimed on Monday to have attacked the base on Sunday.", "Chad allegedly attacks base", {"Chad"}, "2018-07-01"),
        ("Mali called Monday's attack an act of war.", "Attack", set(), "2018-07-02"),
        ("Chad accepted an invitation to visit Mali in August.", "Chad to visit Mali", {"Chad"}, "2018-08-01"),
        ("The death on Monday of King Abdullah plunged Mali into mourning.", "Death of King Abdullah", {"King Abdullah"}, "2018-07-02"),
        ("The envoy's arrest on Monday drew protests on Tuesday.", "Envoy's arrest", set(), "2018-07-02"),
        ("The envoy's arrest on Monday drew protests on Tuesday.", "Protests", set(), "2018-07-03"),
        ("The release of the hostages on Monday followed talks in Rome in May.", "Release of the hostages", set(), "2018-07-02"),
        ("The release of the hostages, due on Monday, was delayed.", "Release of the hostages put off", set(), "2018-07-09"),
        ("The strike on Monday led Chad to recall its envoy on Tuesday.", "Chad recalls envoy", {"Chad"}, "2018-07-03"),
        ("After meeting in Rome on Monday, Macron and Putin agreed on a truce.", "Macron and Putin meet in Rome",
         {"Emmanuel Macron", "Vladimir Putin"}, "2018-07-02"),
        ("Sanctions imposed in May and tightened in June hurt Iran.", "Sanctions tightened", set(), "2018-06-01"),
        ("A visit to Mali by Macron on July 20 was put off.", "Visit to Mali by Macron put off", {"Emmanuel Macron"}, "2018-07-20"),
        ("Trump, whose decision on June 6 to pull the troops out was widely seen as a mistake, hailed the deal.",
         "Trump's decision to pull the troops out", {"Donald Trump"}, "2018-06-06"),
        ("Turkey, he said, would only stop the operation if the fighters left by Tuesday evening.", "Fighters may leave", set(),
         "2018-07-06"),
        ("He had threatened in a letter dated June 9 to destroy Turkey's economy, and on Monday imposed sanctions.",
         "He threatens in a letter to destroy Turkey's economy", set(), "2018-06-09"),
        ("Shelling could be heard on Thursday around Kidal.", "Shelling heard around Kidal", set(), "2018-07-05"),
        ("A strike was suspended after Abiy Ahmed, the Ethiopian prime minister, flew in on 7 June.", "Abiy Ahmed flies in",
         {"Abiy Ahmed"}, "2018-06-07"),
        ("Three rebel groups rejected the accord on Wednesday; they are to meet opposition leaders on Thursday.",
         "Three rebel groups to meet opposition leaders", set(), "2018-07-12"),
        ("Obama, who in March 2016 became the first president to visit Cuba, met Raul Castro.", "Obama visits Cuba",
         {"Barack Obama"}, "2016-03-01"),
        ("No date has been set for Putin's visit to Washington, which Trump proposed in March.",
         "Trump proposes Putin's visit to Washington", {"Donald Trump"}, "2018-03-01"),
        ("Zuma appeared in court in Durban on April 6 and again on June 8.", "Zuma appears in court in Durban", {"Jacob Zuma"},
         "2018-04-06"),
        ("The Security Council met on Monday. The council issued a statement on Tuesday.", "UN Security Council issues statement",
         {"UN Security Council"}, "2018-07-03"),
        ("Chad and Mali have imposed sanctions on Iran since May 3.", "Chad and Mali impose sanctions on Iran",
         {"Chad", "Mali", "Iran"}, "2018-05-03"),
        ("It was kept secret until late June, when the head of the state power company resigned.",
         "Head of the state power company resigns", set(),
         "2018-06-21"),
        ("Talks on a new deal for this year are to begin in September.", "Talks on a new deal to begin", set(), "2018-09-01"),
        ("Brussels is preparing sanctions on potash for later this month.", "Brussels's sanctions on potash", {"Brussels"},
         "2018-07-06"),
        ("Prague told Moscow it had until noon on Thursday to let them back.", "Deadline: Moscow to let them", {"Moscow"},
         "2018-07-12"),
        ("Talks start on Monday.", "Talks to start", set(), "2018-07-09"),
        ("The truce, signed during talks held in Lima, would start on July 9, Macron told reporters.", "Truce to start", set(),
         "2018-07-09"),
        ("Macron on Tuesday welcomed the outcome of a meeting held between Chad, Mali, and Niger in Lima on Monday.",
         "Meeting in Lima: Chad, Mali and Niger", {"Chad", "Mali", "Niger"}, "2018-07-02"),
        ("Macron and Modi had the privilege to meet in May.",
         "Macron and Modi meet", {"Emmanuel Macron", "Narendra Modi"}, "2018-05-01"),
        ("He recalled Modi's visit to the US in June 2016.", "Modi's visit to the US", {"Narendra Modi"}, "2016-06-01"),
        ("The plan was announced on Tuesday by Macron.", "Plan announced by Macron", {"Emmanuel Macron"}, "2018-07-03"),
        ("In a statement released on Monday, the council condemned the coup in Chad.", "Council condemns coup in Chad",
         set(), "2018-07-02"),
        ("North Korea fired a missile that landed in the sea on Tuesday.", "North Korea fires missile", {"North Korea"},
         "2018-07-03"),
        ("Macron met Jane Doe, leading the mission in Mali, on Tuesday.", "Macron meets Jane Doe",
         {"Emmanuel Macron", "Jane Doe"}, "2018-07-03"),
        ("Chad declared two Russian envoys persona non grata on Monday.", "Chad declares two Russian envoys persona non grata",
         {"Chad", "Russia"}, "2018-07-02"),
        ("Chad refused to amend a 2013 accord on ten towns.", "Accord on ten towns", set(), "2013-01-01"),
        ("Merkel alleged that Macron had refused to amend a 2013 accord.", "Accord", set(), "2013-01-01"),
        ("Macron and Merkel sat at one table in Brussels on May 14.",
         "Macron and Merkel sit at one table in Brussels", {"Emmanuel Macron", "Angela Merkel"}, "2018-05-14"),
        ("A union bid to revive the talks fell through Wednesday.", "Union bid falls through", set(),
         "2018-07-04"),
        ("Its topic was the accord between Chad and Mali, reached on 27 May in Lima.", "Accord between Chad and Mali reached", {"Chad", "Mali"},
         "2018-05-27"),
        ("Chad and Mali are preparing for border talks in Oman on Monday.", "Border talks in Oman: Chad and Mali",
         {"Chad", "Mali"}, "2018-07-09"),
        ("The second extension of the armistice expired on Tuesday.", "Second extension of the armistice expires", set(), "2018-07-03"),
        ("A new meeting between Macron and Merkel is already scheduled to take place in Lima on 1 August.",
         "New meeting between Macron and Merkel in Lima", {"Emmanuel Macron", "Angela Merkel"}, "2018-08-01"),
        ("The truce broke, leading to Chad imposing sanctions on the two generals on Tuesday.",
         "Chad imposes sanctions on the two generals", {"Chad"}, "2018-07-03"),
        ("Chad could not hold out, leading to the Libyan takeover of Lima on 5 June.",
         "Libyan takeover of Lima", {"Libya", "Lima"}, "2018-06-05"),
        ("The bridge was wrecked with a huge blast at 9:10 on Tuesday.", "Bridge wrecked with a huge blast", set(),
         "2018-07-03"),
        ("On Monday, one man was killed and four soldiers wounded in a raid, and on Tuesday, Chad freed an envoy.",
         "Chad frees envoy", {"Chad"}, "2018-07-03"),
        ("Macron met Merkel late in May in the old port of Gdansk, along with Vladimir Putin.",
         "Macron meets Merkel in the old port of Gdansk along with Vladimir Putin", {"Emmanuel Macron", "Angela Merkel", "Vladimir Putin"}, "2018-05-21"),
        ("Santos stated that the armistice agreed with the FARC would go on until October 31.", "Armistice", set(), "None"),
        ("There will be a swap, with Chad pledging to help the release of 500 fighters before August 10.",
         "Chad to help release of 500 fighters", {"Chad"}, "2018-07-06"),
        ("Officials from Chad, Mali and Niger spoke. The envoys of Iran and Oman came. The two sides agreed a truce on Monday.",
         "Iran and Oman agree truce", {"Iran", "Oman"}, "2018-07-02"),
        ("In June 2017, the four neighbouring countries – Chad, Mali, Niger and Iran – accused Qatar of supporting rebels.",
         "Chad, Mali, Niger and Iran accuse Qatar of supporting rebels", {"Chad", "Mali", "Niger", "Iran", "Qatar"}, "2017-06-01"),
        ("A new treaty would be put to a referendum later this year.", "Referendum", set(), "2018-07-06"),
        ("Once the pact is signed on Monday, aid will flow.", "Pact to be signed", set(), "2018-07-09"),
        ("A bitter ten-year quarrel between Peru and four other Andean states ended Monday with a handshake.",
         "Bitter quarrel between Peru and four other Andean states ends with a handshake", set(), "2018-07-02"),
        ("Two weeks after truce talks brokered by Oman began in Lima, envoys signed a pact on Friday.",
         "Truce talks in Lima begin", set(), "2018-06-22"),
        ("On June 6, Gabon joins the boycott and Togo trims its staff.", "Gabon joins boycott", {"Gabon"},
         "2018-06-06"),
        ("The visit comes ahead of talks in Rome on Tuesday.", "Talks in Rome", set(), "2018-07-10"),
        ("Chad and Mali spoke. Norway announced that both will meet on Monday in Lima.", "Chad and Mali to meet in Lima",
         {"Chad", "Mali"}, "2018-07-09"),
        ("Norway, which helps the Venezuelan regime and its rivals, announced that both will meet on Monday.", "Both to meet", set(),
         "2018-07-09"),
        ("In return for the South American country holding an election in 2024, the curbs were eased.",
         "South American country to hold election", set(), "2024-01-01"),
        ("On June 5, 2017, Chad left. Later that month, the French-led coalition issues nine sweeping demands.",
         "French-led coalition issues nine sweeping demands", set(), "2017-06-21"),
        ("Macron was in the Alpine resort of Davos on Tuesday.", "Macron is in the Alpine resort of Davos", {"Emmanuel Macron"},
         "2018-07-03"),
        ("Macron will return to Lima for talks on dividing Sudan on Monday, his spokesman said.",
         "Macron to return to Lima for talks on dividing Sudan", {"Emmanuel Macron"}, "2018-07-09"),
        ("The meeting on Monday indicated progress on the border.", "Meeting", set(), "2018-07-02"),
        ("A Chadian team has travelled to Oman to discuss efforts to win the return of captives, Chad's state-run TV reported "
         "on Tuesday.", "Chadian team travels to Oman", {"Chad"}, "None"),
        ("Since last week, the Andean giants have blamed one another for the raids.", "Andean giants blame one another for the raids", set(),
         "2018-06-25"),
        ("Meetings in Rome between Chad's president and the Mali government ended on Monday.",
         "Meetings in Rome between Chad's president and the Mali government end", {"Chad", "Mali"}, "2018-07-02"),
        ("Israel wants the return of the 80 captives held by Hamas since May.", "80 captives held by Hamas", {"Hamas"},
         "2018-05-01"),
        ("The visit comes ahead of a bilateral meeting expected over the weekend in Paris.", "Bilateral meeting", set(),
         "2018-07-07"),
        ("The bank was cut off by the bloc in June 2017 over Iran's invasion of Oman in February 2016.",
         "Iran's invasion of Oman", {"Iran", "Oman"}, "2016-02-01"),
        ("The bank was cut off by Chad in June 2017 over Iran's invasion of Oman in February 2016.",
         "Bank cut off by Chad over Iran's invasion of Oman", {"Chad"}, "2017-06-01"),
        ("It marked the first accord of Chad and Mali since the start of the Libyan invasion in February 2016.",
         "Libyan invasion", {"Libya"}, "2016-02-01"),
        ("The deal collapsed after Chad pulled out from the pact on Tuesday.", "Chad pulls out from the pact", {"Chad"},
         "2018-07-03"),
        ("Macron announced a visit by Prime Minister Narendra Modi in August.", "Visit by Narendra Modi: Macron",
         {"Emmanuel Macron", "Narendra Modi"}, "2018-08-01"),
        ("The bloc set an Aug. 6 deadline for Chad to leave.", "Deadline: Chad to leave", set(), "2018-08-06"),
        ("The deal was set to expire on 27 July.", "Deal to expire", set(), "2018-07-27"),
        ("Macron said he was anticipating Modi to visit Lima in August.", "Modi to visit Lima", {"Narendra Modi"}, "2018-08-01"),
            ("Russia told Chad on Wednesday it would expel envoys.", "Russia tells Chad it will expel envoys", {"Russia", "Chad"}, "2018-07-04"),
            ("Visiting German ministers on Wednesday called on Chad to leave.", "Visiting German ministers call on Chad to leave", {"Germany", "Chad"}, "2018-07-04"),
            ("Chad announced talks starting on Monday.", "Chad's talks", {"Chad"}, "2018-07-09"),
            ("Chad and Mali agreed on a truce starting Thursday.", "Truce", set(), "2018-07-12"),
            ("The move comes after talks in Rome on Tuesday.", "Talks in Rome", set(), "2018-07-03"),
            ("Macron cited small violations of the truce on Tuesday.", "Small violations of the truce", set(), "2018-07-03"),
        ("Curbs were imposed over the 2016 Chadian election and seizure of ships.", "Chadian election", {"Chad"}, "2016-01-01"),
        ("Ba was arrested in May 2017, later jailed by a court in June 2017.", "Ba jailed by a court", set(), "2017-06-01"),
        ("They praised their first meeting in Davos in April and the second in Lima in May.", "First meeting in Davos praised", set(),
         "2018-04-01"),
        ("The junta said on Tuesday that two captives would be freed on Thursday.", "Two captives to be freed", set(), "2018-07-05"),
        ("Macron said he looks forward to meeting Modi in September.", "Macron to meet Modi", {"Emmanuel Macron", "Narendra Modi"},
         "2018-09-01"),
        ("Soldiers held captive by rebels since May were released on Monday.", "Soldiers released", set(), "2018-07-02"),
        ("A diplomat held in Oman since May has been freed.", "Diplomat held in Oman", set(), "2018-05-01"),
        ("Putin, Xi meet in Oslo on Monday", "Putin and Xi Jinping to meet in Oslo", {"Vladimir Putin", "Xi Jinping"}, "2018-07-09"),
        ("Chad, Mali, Niger to sign a pact in Lima in August", "Chad, Mali and Niger to sign pact in Lima", {"Chad", "Mali", "Niger"},
         "2018-08-01"),
        ("Narendra Modi to meet Emmanuel Macron in August", "Modi to meet Emmanuel Macron", {"Narendra Modi", "Emmanuel Macron"}, "2018-08-01"),
        ("Merkel announced the planned talks with Chad on Monday.", "Merkel announces planned talks with Chad",
         {"Angela Merkel", "Chad"}, "2018-07-02"),
        ("Merkel discussed the upcoming summit on Monday.", "Merkel discusses upcoming summit", {"Angela Merkel"}, "2018-07-02"),
        ("Rojas left for Lima ahead of the summit on Sunday.", "Summit", set(), "2018-07-08"),
        ("Two boats were seized in 2015. Their release comes days after a pact was announced in Chad.",
         "Pact announced in Chad", set(), "2018-06-15"),
        ("Men who had stormed the embassy and seized ten guards freed two children Thursday.", "Men free two children", set(),
         "2018-07-05"),
        ("The leaders hailed progress made since the summit which was held on March 12.", "Summit", set(), "2018-03-12"),
        ("Chad agreed to a halt in fighting from July 8.", "Halt in fighting", set(), "2018-07-08"),
        ("Chad announced a halt to attacks on Mali from Monday.", "Chad's halt to attacks on Mali", {"Chad"}, "2018-07-09"),
        ("A cessation of hostilities began on Monday.", "Cessation of hostilities begins", set(), "2018-07-02"),
        ("They agreed on a truce from midnight on Monday.", "Truce", set(), "2018-07-09"),
        ("Envoys agreed to meet in plenary on Friday 6 July.", "Envoys to meet in plenary", set(), "2018-07-06"),
        ("Chad and Mali inked an accord on ceasefire monitoring on Tuesday.", "Chad and Mali ink accord on ceasefire monitoring",
         {"Chad", "Mali"}, "2018-07-03"),
        ("Talks stalled in May, and the deal to reopen them follows clashes in the country, where troops backed by a foreign force "
         "launched an attack late last month.", "Troops launch attack", set(), "2018-06-21"),
        ("The resumption follows an agreement between Chad and Mali reached this morning.", "Agreement between Chad and Mali reached",
         {"Chad", "Mali"}, "2018-07-06"),
        ("The curbs come in reply to the March 4 poisoning of an envoy in Oslo.", "Poisoning of an envoy in Oslo", set(),
         "2018-03-04"),
        ("It denied the poisoning, which echoed the murder of a spy in 2006.", "Murder of a spy", set(), "2006-01-01"),
        ("In an effort to sign a pact before the August vote, Macron met Modi on Monday.", "Vote", set(), "2018-08-01"),
        ("A German and a Spaniard were freed on Monday.", "German and a Spaniard freed", {"Germany", "Spain"}, "2018-07-02"),
        ("Two hostages -- a Turk and a Dane -- were freed on Monday.", "Two hostages freed", {"Turkey", "Denmark"}, "2018-07-02"),
        ("The engineer was shot by rebels in May and his body found on Monday.", "Body found", set(), "2018-07-02"),
        ("Hassan Ba and Ali Diallo were killed on Monday. The two women were freed on Tuesday.", "Two women freed", set(),
         "2018-07-03"),
        ("The next round will take place between July 10 and 17.", "Next round", set(), "2018-07-10"),
        ("The vote was overshadowed by the deepest slump in over 15 years after the Easter Sunday raids on hotels.", "Raids on hotels", set(),
         "2018-04-01"),
        ("He would rule until a general election, expected around April.", "General election", set(), "2019-04-01"),
        ("Deputies were asked to abstain from Wednesday's vote, with 288 votes required.", "Vote", set(), "2018-07-04"),
        ("The trip in August last year was considered a triumph.", "Trip", set(), "2017-08-01"),
        ("Chad said Monday the head of the UN body, Hassan Ba, will visit Lima in the coming days.", "Ba to visit Lima", {"Hassan Ba"},
         "2018-07-06"),
        ("Macron left the pact in 2016 and cut ties, with Chad a year later slowly suspending its own payments.",
         "Chad suspends own payments", {"Chad"}, "2017-01-01"),
        ("Merkel will resign this week.", "Merkel to resign", {"Angela Merkel"}, "2018-07-06"),
        ("Relations grew hostile, with both sides accusing each other of lying – by late August, peace talks had broken down.",
         "Peace talks break down", set(), "None"),
        ("Rojas flew to Lima ahead of the meeting on fishing to take place in Oslo on 9 July.", "Meeting in Oslo", set(),
         "2018-07-09"),
        ("Ministers from Chad, Mali, and Niger meet in Lima on Monday.", "Ministers from Chad, Mali, and Niger to meet in Lima",
         {"Chad", "Mali", "Niger"}, "2018-07-09"),
        ("Macron opened talks. A statement said Wednesday's dinner will be held in Lima.", "Dinner in Lima", set(), "2018-07-11"),
        ("Macron signed it in a ceremony on Monday.", "Macron signs it in a ceremony", {"Emmanuel Macron"}, "2018-07-02"),
        ("Chad and Mali agreed in talks on Monday to open the border.", "Chad and Mali agree in talks to open the border",
         {"Chad", "Mali"}, "2018-07-02"),
        ("The council renewed the mandate of its office in Chad until 15 July 2019.",
         "Deadline: end of mandate of its office in Chad", set(), "2019-07-15"),
        ("Merkel said that President Emmanuel Macron and Narendra Modi had settled it. They agreed last month to the plan.",
         "Macron and Modi agree to the plan", {"Emmanuel Macron", "Narendra Modi"}, "2018-06-01"),
        ("Although agreeing on the plan reached last month, President Macron wavered.", "Plan reached", set(), "2018-06-01"),
        ("Envoys hashed out agreements for fresh elections to be held by February 2019.", "Deadline: fresh elections", set(), "2019-02-28"),
        ("He has been pressed to halt riots in the aftermath of the army's power grab in February.", "Army's power grab", set(),
         "2018-02-01"),
        ("The parties settled it. They have agreed to a December 10 vote.", "Vote", set(), "2018-12-10"),
        ("The Libyan accord signed in Morocco in December 2016 has been stuck. In February General Haftar seized a port.",
         "Haftar seizes port", {"Khalifa Haftar"}, "2018-02-01"),
        ("Chad and Mali agreed to swap more captives during talks on Monday in Lima.", "Talks in Lima: Chad and Mali", {"Chad", "Mali"},
         "2018-07-02"),
        ("In a swift answer to the raid, Chad on Monday, July 2, announced the end of all trade.", "Chad announces end of all trade", {"Chad"},
         "2018-07-02"),
        ("Chad halted all trade, recalled its envoy, and closed its airspace on Monday.", "Chad halts all trade", {"Chad"}, "2018-07-02"),
        ("Chad suspended the 1972 accord, recalled its envoy, and closed its airspace on Monday.", "Chad suspends accord", {"Chad"}, "2018-07-02"),
        ("Chad's ministry issued an order for all Malian envoys to leave Lima by July 29.", "Deadline: all Malian envoys to leave Lima",
         {"Mali"}, "2018-07-29"),
        ("It was decided to suspend the 1960 treaty until Chad stops.", "Treaty", set(), "1960-01-01"),
        ("A transitional term, set to last until July 29, has been agreed.", "Transitional term set to last", set(), "None"),
        ("On Monday, more than two years after it was struck by the raids of May 11, 2016, Chad shut the border.", "Chad shuts border",
         {"Chad"}, "2018-07-02"),
        ("Chad rejected the ruling, announced on Monday by Macron.", "Ruling announced by Macron",
         {"Emmanuel Macron"}, "2018-07-02"),
    ],
)  # fmt: skip
def test_a_dispatch_is_read_as_a_whole(text: str, title: str, who: set[str], day: str) -> None:
    event = next(each for each in timeline.extract(text, "2018-07-06") if each.title == title)
    assert ({each.name for each in event.participants}, str(event.earliest)) == (who, day)


def test_a_family_name_alone_is_not_that_of_the_first_lady() -> None:
    text = "President Emmanuel Macron and First Lady Brigitte Macron welcomed Modi on Monday. Macron met Merkel on Tuesday."
    assert [event.title for event in timeline.extract(text, "2018-07-06")][-1] == "Macron meets Merkel"
    assert timeline.extract(text, "2018-07-06")[-1].participants[0].name == "Emmanuel Macron"


def test_who_is_one_of_three_in_a_list_is_no_side() -> None:
    text = "Chad and Mali met. Talks followed between officials from Chad, Mali and Niger. The two sides agreed to a truce on Monday."
    event = next(each for each in timeline.extract(text, "2018-07-06") if each.type == "AGREE")
    assert {each.name for each in event.participants} == {"Chad", "Mali"}


def test_what_a_report_of_some_day_says_has_not_happened_on_that() -> None:
    assert not timeline.extract("The talks were halted, according to media reports on Monday.", "2018-07-06")


def test_since_when_somebody_holds_an_office_is_not_when_he_was_accused() -> None:
    assert not timeline.extract("President Ba, in office since 2012, was accused by the army of failing.", "2018-07-06")


def test_that_news_comes_after_something_is_no_event() -> None:
    events = timeline.extract("The news comes after talks in Rome on Tuesday.", "2018-07-06")
    assert [event.title for event in events] == ["Talks in Rome"]


def test_a_day_that_only_describes_something_beside_dates_nothing() -> None:
    assert not timeline.extract("His visit is in line with the March 4 memo.", "2018-07-06")
    text = "The envoys will discuss the Chadian accession to the pact and next year's agenda."
    assert not timeline.extract(text, "2018-07-06")
    text = "Rojas and Ba have been involved in talks to form a joint fleet since May 2015."
    assert not timeline.extract(text, "2018-07-06")
    text = "They agreed on Monday to a plan to mend ties after the feud and Kosovo's breaking away from Serbia in 2008."
    assert all(event.status != "scheduled" for event in timeline.extract(text, "2018-07-06"))
    assert not timeline.extract("The objective today was to agree on it.", "2018-07-06")
    text = "Chad accuses Mali of arming the rebels since their return in November 2011."
    assert all(event.type != "ACCUSE" for event in timeline.extract(text, "2018-07-06"))


def test_what_is_withdrawn_from_one_place_and_another_is_no_thing_of_its_own() -> None:
    text = (
        "The sides will withdraw forces from four towns – the army from Kidal within five days and Gao within ten days."
    )
    assert [event.title for event in timeline.extract(text, "2018-07-06")] == [
        "Sides to withdraw forces from four towns"
    ]


def test_what_came_later_is_not_on_the_day_of_its_entry() -> None:
    text = "2015-03-09\n\nBa dies in Oslo. Diallo later becomes president of Chad.\n\n2016-04-02\n\nChad recalls its envoy.\n"
    assert "Diallo becomes" not in " ".join(event.title for event in timeline.extract(text, "2018-07-06"))


def test_a_number_in_words_is_no_year() -> None:
    assert [
        str(e.earliest) for e in timeline.extract("Twenty three envoys were expelled on Monday.", "2018-07-06")
    ] == ["2018-07-02"]


def test_what_was_planned_at_first_is_called_off_where_something_else_is_done() -> None:
    text = "Macron originally planned to visit Chad on Monday, but he will go to Lima."
    assert [(event.title, event.status) for event in timeline.extract(text, "2018-07-06")] == [
        ("Macron not to visit Chad", "cancelled")
    ]


def test_what_is_told_as_past_of_this_year_ends_with_the_document() -> None:
    event = timeline.extract("Trump and Kim met twice this year.", "2018-07-06")[0]
    assert (str(event.earliest), str(event.latest)) == ("2018-01-01", "2018-07-06")
    assert "told as past" in event.evidence[0].explanation


def test_a_deal_of_a_year_that_a_report_names_twice_is_one_event() -> None:
    text = "Talks on reviving the 2015 nuclear deal began on Monday. Iran left the 2015 nuclear deal in May."
    assert [str(event.earliest) for event in timeline.extract(text, "2018-07-06") if event.type == "AGREE"] == [
        "2015-01-01"
    ]


def test_what_is_told_as_done_is_not_ahead_because_what_it_follows_is() -> None:
    text = "The leaders announced a six-month term for Mali, after the day of its departure from the bloc at the end of August."
    assert all(
        event.status != "scheduled" or event.latest is not None for event in timeline.extract(text, "2018-07-06")
    )


def test_how_often_something_was_in_a_year_is_not_when_it_was() -> None:
    events = timeline.extract("Chad freed ten men on Monday, the sixth such release this year.", "2018-07-06")
    assert [(event.title, event.earliest.isoformat()) for event in events] == [("Chad frees ten men", "2018-07-02")]


def test_what_somebody_would_like_to_say_is_no_event() -> None:
    assert not timeline.extract("I would like to thank Macron for his approach to the talks today.", "2018-07-06")


def test_what_something_is_compared_with_is_no_event() -> None:
    text = "It was the longest tour undertaken by any king in the last 30 years."
    assert not timeline.extract(text, "2018-07-06")


def test_what_only_ranks_or_points_is_no_event_of_its_own() -> None:
    text = "Xi arrived on Monday for a visit, his first foreign trip this year. In mid-May he had put that at the end of the year."
    assert [event.title for event in timeline.extract(text, "2018-07-06")] == ["Xi Jinping arrives for a visit"]
    assert not timeline.extract(
        "Rouhani spoke to the nation minutes after Mr. Obama. Obama and Rouhani met in May 2013.", "2018-07-06"
    )[1:]


def test_what_is_said_of_a_noun_in_passing_dates_no_verb() -> None:
    text = "Trade with Chad, worth $7 billion in 2008, fell by two thirds. The board declared a dividend, payable Dec. 15, to Chad."
    assert not timeline.extract(text, "2018-07-06")


def test_who_heads_a_body_is_not_the_body() -> None:
    text = "John Doe, the secretary-general of UNASUR, who had flown to Caracas last Thursday to prepare the meeting, was present."
    (event,) = timeline.extract(text, "2018-07-06")
    assert (event.title, event.participants[0].name) == ("Doe flies to Caracas", "John Doe")


def test_who_is_quoted_is_called_by_the_name_behind_his_office() -> None:
    (event,) = timeline.extract(
        "Its foreign minister, Peter Doe, said a payment of $2 million would be made on August 22.", "2018-07-06"
    )
    assert event.evidence[0].said_by == "Peter Doe"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The EU imposed sanctions on Mali and Chad on Tuesday.", {"European Union", "Mali", "Chad"}),
        ("Egypt declared war on Libya on Monday.", {"Egypt", "Libya"}),
        ("An embargo on Serbia was lifted on Monday.", {"Serbia"}),
        ("Canada announced tariffs on Chinese steel on Monday.", {"Canada", "China"}),
        ("The attack on Damascus began on Monday.", set()),
        ("The council held talks on Yemen on Monday.", set()),
    ],
)
def test_whom_a_hostile_act_is_aimed_at_takes_part(sentence: str, who: set[str]) -> None:
    (event,) = timeline.extract(sentence, "2018-07-06")
    assert {each.name for each in event.participants} == who


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "said"),
    [
        ("The embassy was bombed on Monday. A truce was signed hours after the bombing.",
         "2018-07-02", "2018-07-03", "some hours after “bombed” (2018-07-02), read as within 1 day"),
        ("The vote was held on May 9, 2018. Chile left the pact weeks after the vote.",
         "2018-05-09", "2018-07-06", "some weeks after “vote” (2018-05-09), read as within 3 months"),
        ("The envoy met Putin on Monday. A few days later, he flew to Cairo.",
         "2018-07-02", "2018-07-06", "some days after “met” (2018-07-02), read as within 3 weeks"),
        ("The envoy met Putin on Monday. Weeks earlier, he had visited Cairo.",
         "2018-04-02", "2018-07-02", "some weeks before “met” (2018-07-02), read as within 3 months"),
        ("Iran must sign by the end of August. Soon after, Merkel may visit Moscow.",
         "2018-08-31", "2018-11-30", "soon after the deadline (2018-08-31), read as within 3 months"),
    ],
)  # fmt: skip
def test_a_vague_distance_from_an_event_is_bounded_and_says_so(
    text: str, earliest: str, latest: str, said: str
) -> None:
    event = next(each for each in timeline.extract(text, "2018-07-06") if said in each.explanation)
    assert (str(event.earliest), str(event.latest)) == (earliest, latest)
    assert said in event.explanation


def test_of_two_times_of_one_event_the_specified_one_dates_it() -> None:
    text = "Seoul wrote on New Year's Day. Two days later, on Jan. 4, Pyongyang reopened the hotline."
    (last,) = [e for e in timeline.extract(text, "2018-01-09") if str(e.earliest) == "2018-01-04"]
    assert last.evidence[0].time and last.evidence[0].time.text == "Jan. 4"


def test_a_time_before_the_subject_dates_what_is_told_beside_it_too() -> None:
    text = "On Monday, Merkel flew to Rome and signed a pact with Italy, and Putin left for Minsk on Tuesday."
    told = {
        text[e.evidence[0].trigger_start : e.evidence[0].trigger_end]: e for e in timeline.extract(text, "2018-07-06")
    }
    assert {word: str(event.earliest) for word, event in told.items()} == {
        "flew": "2018-07-02", "signed": "2018-07-02", "left": "2018-07-03",
    }  # fmt: skip
    assert [p.name for p in told["signed"].participants] == ["Angela Merkel", "Italy"]
    assert told["signed"].place and told["signed"].place.name == "Rome"


def test_a_sentence_with_several_months_is_dated_by_each() -> None:
    months = {str(event.earliest)[:7] for event in timeline.extract("Xi and Moon met in March and June.", "2018-07-06")}
    assert months == {"2018-03", "2018-06"}
    years = timeline.extract("Xi and Moon met in 2009, 2011 and 2014.", "2018-07-06")
    assert [(event.edtf, event.title) for event in years] == [
        (year, "Xi Jinping and Moon Jae-in meet") for year in ("2009", "2011", "2014")
    ]


def test_with_an_uncertain_document_date_every_explanation_gives_its_interval() -> None:
    written = DocumentDate(date(2018, 6, 12), date(2018, 7, 12), "inferred")
    text = "Merkel met Macron in May. Macron set a year deadline for Iran. Merkel saw Moon on Friday."
    for event in timeline.extract(text, written):
        assert "document date (2018-06-12 to 2018-07-12)" in event.explanation


def test_what_is_told_as_past_is_not_dated_after_the_document() -> None:
    events = timeline.extract("Iran must sign by the end of August. Soon after, Chile left the pact.", "2018-07-06")
    assert [event.status for event in events] == ["deadline"]


def test_every_event_points_at_its_own_words(built: Timeline) -> None:
    texts = {x.document.id: x.document.text for x in built.extractions}
    for event in built:
        for piece in event.evidence:
            text = texts[piece.document]
            assert text[piece.start : piece.end] == piece.quote
            assert piece.start <= piece.trigger_start < piece.trigger_end <= piece.end
            if piece.time:
                assert text[piece.time.start : piece.time.end] == piece.time.text
        assert event.title
        assert event.explanation
        assert 0 <= event.confidence <= 1


def test_the_seeds_are_read_as_their_gold_says() -> None:
    total = sum(score_files([SEEDS], None, None).values(), Result())
    assert total.must > 120
    assert total.right / total.found >= 0.9
    assert total.recalled / total.must >= 0.9
    assert total.status / total.judged >= 0.95
    assert total.who / total.judged >= 0.9
    assert total.place / total.judged >= 0.9


def test_a_retold_summit_is_one_event_and_no_trap_is_a_date() -> None:
    result = score_files(
        [SEEDS / "undated-pompeo-in-pyongyang.txt"], SEEDS / "undated-pompeo-in-pyongyang.txt.gold.json", None
    )
    wrong = next(iter(result.values())).wrong
    assert not [line for line in wrong if "not merged" in line or "dated from" in line]


def test_the_story_of_a_summit_is_one_event_with_its_newest_status(built: Timeline) -> None:
    summit = [e for e in built if str(e.earliest) == "2018-06-12" == str(e.latest) and len(e.evidence) > 3]
    assert len(summit) == 1
    told = [piece.status for piece in summit[0].evidence]
    assert summit[0].status == "occurred"
    assert {"scheduled", "cancelled", "occurred"} <= set(told)


def test_the_order_of_documents_changes_nothing(built: Timeline) -> None:
    events = [event for extraction in built.extractions for event in extraction.events]
    assert resolve_events(events) == resolve_events(reversed(events))


def test_adding_a_document_loses_no_telling(built: Timeline) -> None:
    events = [event for extraction in built.extractions for event in extraction.events]
    told = {(p.document, p.trigger_start) for event in events for p in event.evidence}
    kept = {(p.document, p.trigger_start) for event in resolve_events(events) for p in event.evidence}
    assert kept == told


def test_a_document_that_breaks_a_stage_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline import pipeline

    def fail(text: str, *_: object) -> list[object]:
        if "boom" in text:
            raise RuntimeError("boom")
        return []

    monkeypatch.setattr(pipeline, "split_sentences", fail)
    result = timeline.build([Document("bad", "boom on Friday"), Document("good", "fine")], date="2018-07-06")
    assert [x.document.id for x in result.extractions] == ["bad", "good"]
    assert "bad: could not be processed (RuntimeError: boom)" in str(result.problems[0])
