"""Invented news for the test pages: people, places and events that do not exist."""

STORIES = {
    "bridge": {
        "title": "Old bridge at Lakeside to close for eight months",
        "standfirst": "Council votes seven to four after engineers find cracks in two of the piers; ferries are to run every hour.",
        "author": "Ann Odeby", "published": "2025-03-12T08:00:00Z", "site": "The Harbour Post", "language": "en",
        "body": [
            "LAKESIDE, March 12 - The old bridge at Lakeside will be closed from the first of June for eight months, the town council decided on Tuesday night.",
            "Engineers found cracks in two of the four piers last autumn. \u201cWe had no choice,\u201d said Mayor Rita Holm. \u201cNobody on this council wants to be the one who waited.\u201d",
            "The vote was seven to four. Those against asked for one lane to be kept open for buses and the fire brigade.",
            "\u201cA town cut in half is not a safe town,\u201d council member Jonas Berling said after the vote. He lives on the northern shore.",
            "Some 9,000 cars cross the bridge on a working day, according to figures that the county published in January.",
            "Traffic will be led through the Aller valley, where a new road was opened two years ago. The detour takes about twenty minutes.",
            "Shop owners in the lower town fear for their trade. \u201cMy customers come on foot over that bridge,\u201d said baker Tomas Reyling, who has run his shop since 1999.",
            "The county pays two thirds of the cost of eleven million; the rest comes from the town\u2019s reserves.",
        ]},
    "quake": {
        "title": "Rescuers reach last village cut off by Sarnen quake",
        "standfirst": "All 214 people of the valley are alive, the governor says, three days after the strongest tremor in sixty years.",
        "author": "Mirela Dosch", "published": "2024-11-05T06:30:00+02:00", "site": "Valley Courier", "language": "en",
        "body": [
            "Rescue teams on foot reached the mountain village of Upper Sarnen on Monday, three days after a landslide set off by the quake had buried its only road.",
            "\u201cThey were waving from the school roof,\u201d said team leader Pavel Orrin by radio. \u201cSomebody had made coffee for us.\u201d",
            "The quake of magnitude 6.1 struck shortly before midnight on Friday and was felt as far as the coast, 140 kilometres away.",
            "Governor Lene Ashworth told reporters that every one of the valley\u2019s 214 inhabitants had been accounted for.",
            "Eleven people were treated for broken bones, she said, and two were flown to the district hospital, where doctors called their condition stable.",
            "Power has been back in the lower villages since Sunday evening. The water works warned that the supply would stay cloudy for a week.",
            "Geologists at the Institute for Mountain Research expect weaker tremors for some days. \u201cPeople should not sleep under heavy shelves,\u201d the institute\u2019s Ida Kestrel said.",
        ]},
    "strike": {
        "title": "Tram drivers end strike after eleven days",
        "standfirst": "Union and city agree on a shorter night shift and a one-off payment.",
        "author": "Oskar Lindqvar", "published": "2025-01-20", "site": "Northgate News", "language": "en",
        "body": [
            "Trams will run again in Northgate from Wednesday morning after drivers and the city settled the longest strike in the history of the network.",
            "The agreement, reached shortly after four in the morning, shortens the night shift to seven hours and pays every driver 900 once.",
            "\u201cThis is not everything that we wanted, but it is everything that there was,\u201d union secretary Dalia Mbeko said outside the depot.",
            "Transport chief Karl Venning called the deal \u201cexpensive and fair\u201d and thanked passengers for their patience.",
            "About 160,000 people use the trams each day. Many walked or shared cars during the strike, and schools began an hour later.",
            "Members of the union vote on the agreement until Friday. A no is thought unlikely, since the committee backed it with one voice.",
            "Asked whether fares would rise, Venning said that he could not rule it out. \u201cBut not this year,\u201d he added.",
        ]},
    "museum": {
        "title": "Stolen globe returns to maritime museum after thirty years",
        "standfirst": "An unsigned letter led the police to a garage in Wester Quay.",
        "author": "Jun Halloran", "published": "2023-08-30T14:05:00Z", "site": "Coastline", "language": "en",
        "body": [
            "A globe of 1688 that was stolen from the maritime museum thirty years ago is back in its glass case, a little dented but whole.",
            "The police found it in July in a rented garage in Wester Quay, wrapped in a child\u2019s blanket, after an unsigned letter had named the place.",
            "\u201cI had stopped hoping around the year 2000,\u201d said the museum\u2019s director, Agnes Tullock, who was an intern when the thieves came.",
            "Who took it may never be known: the time in which the theft could be tried ended long ago, as chief inspector Ruben Salk pointed out.",
            "The letter, four lines on squared paper, asked the museum to \u201cforgive an old man his foolishness\u201d. It bore no stamp.",
            "The globe shows a southern continent that does not exist and leaves out half of one that does. It is one of three known from the workshop of the Rosander brothers.",
            "Visitors can see it from Saturday on. Admission is free on the first day, the museum said.",
        ]},
    "harvest": {
        "title": "Apple growers expect smallest harvest in a decade",
        "standfirst": "Frost in April took half of the blossom in the Meadow district.",
        "author": "Petra Vos", "published": "2025-09-02T05:00:00+01:00", "site": "Meadow Gazette", "language": "en",
        "body": [
            "Growers in the Meadow district will pick less than half of their usual apples this autumn, the chamber of agriculture said on Monday.",
            "Three nights of frost in the last week of April, when the trees stood in full blossom, did most of the damage.",
            "\u201cWe lit candles between the rows and it was like lighting matches in a cathedral,\u201d said Hanne Brook, whose family has grown apples near Dell since 1911.",
            "The chamber expects 38,000 tonnes, down from 81,000 last year. Prices at the wholesale market have risen by a third since July.",
            "Not everyone lost. Orchards above the fog line, at 400 metres and more, report a normal crop.",
            "\u201cOur trees bloomed nine days later, that is the whole secret,\u201d grower Emil Santos said.",
            "The district government promised loans without interest. Agriculture minister Freya Lund said that she would visit the orchards on Thursday.",
            "Cider makers have begun to buy fruit from abroad, a spokesman for the Dell press house confirmed.",
        ]},
    "swim": {
        "title": "Teenager swims the Sound in record time",
        "standfirst": "Seventeen-year-old Maia Torrin needed four hours and eleven minutes.",
        "author": "Ben Arkwell", "published": "2024-07-14T18:20:00Z", "site": "Shoreline Sport", "language": "en",
        "body": [
            "Maia Torrin walked out of the water at Eastness at twelve minutes past two on Sunday, bent over, and asked for chips.",
            "The seventeen-year-old had just swum the Sound in four hours and eleven minutes, nineteen minutes faster than anyone before her.",
            "\u201cThe last mile was horrible, I counted every stroke,\u201d she said. \u201cThen I saw my grandmother\u2019s umbrella.\u201d",
            "Her coach, Delia Frome, had followed in a rowing boat with a stopwatch and two bottles of tea. \u201cShe never once looked at me,\u201d Frome said.",
            "The old record had stood since 1987. Its holder, Sven Aldous, now seventy, was waiting on the beach with a towel.",
            "\u201cI told her it was about time,\u201d Aldous said.",
            "The swimming association still has to confirm the time, which a spokeswoman called a formality.",
        ]},
    "wal": {
        "title": "Wal verirrt sich in den Hafen von Nordersum",
        "standfirst": "Fischer und Feuerwehr begleiten das Tier zur\u00fcck ins offene Meer.",
        "author": "Silke Harmsen", "published": "2025-02-11T09:00:00+01:00", "site": "K\u00fcstenblatt", "language": "de",
        "body": [
            "Ein Zwergwal von etwa sieben Metern L\u00e4nge hat sich am Dienstagmorgen in den Hafen von Nordersum verirrt und dort f\u00fcr einige Aufregung gesorgt.",
            "\u201eEr schwamm ganz ruhig zwischen den Kuttern\u201c, sagte Hafenmeister Enno Jansen. \u201eWir haben sofort alle Motoren abgestellt.\u201c",
            "Fischer und Feuerwehr begleiteten das Tier mit drei Booten zur\u00fcck ins offene Meer. Der Einsatz dauerte fast f\u00fcnf Stunden.",
            "Nach Angaben der Forschungsstelle kommen Zwergwale nur selten so nah an die K\u00fcste. Vermutlich war das Tier einem Heringsschwarm gefolgt.",
            "Die Schule am Hafen verlegte den Unterricht kurzerhand auf die Mole. \u201eBesser kann man Biologie nicht unterrichten\u201c, meinte Lehrerin Wiebke Folkerts.",
        ]},
}

# What sites put around their articles.
TEASERS = [
    ("Ferry fares to rise in spring", "Tickets between the islands will cost a tenth more from April, the line announced on Friday afternoon."),
    ("School choir wins in Tarnby", "The choir of the Lindgate school came first out of forty at the festival and will sing in the capital."),
    ("Mild winter saves heating oil", "Households burned a fifth less than last year, the energy agency has found in its yearly count."),
    ("New keeper for the lighthouse", "A couple from the south moves into the tower that has stood empty since the autumn of 2019."),
    ("Market hall opens on Sundays", "Traders may sell from nine to one, and the town hopes for visitors from the neighbouring valley."),
]
COMMENTS = [
    ("harbourcat", "I have crossed that thing twice a day for thirty years and nobody ever asked me what I think about it. Typical of this town."),
    ("Old Salt", "People complain whatever is done. If it had fallen down they would complain even more, and they would be right too."),
    ("m_t_88", "\u201cNo choice\u201d is what they always say. There is always a choice, it just costs somebody's friends some money."),
    ("Lina P.", "Does anyone know whether the number 4 bus will still stop at the school? The timetable on the page is from last year."),
    ("gull", "Great article, thanks. More of this please and less of the football."),
]
