"""Invented news for the pages of far_pages.py: other scripts, kinds of text with paragraphs of their own, long comments."""

STORIES = {
    "fiestas": {
        "title": "La villa aplaza las fiestas por la sequ\u00eda", "standfirst": "", "author": "Irene Salcedo Mur", "published": "2025-10-28T09:00:00+01:00",
        "site": "La Voz de Arrabal", "language": "es",
        "body": [
            "El Ayuntamiento de Arrabal de la Sierra ha aplazado las fiestas de la vendimia hasta que vuelva a llover, seg\u00fan anunci\u00f3 ayer la alcaldesa, Remedios Lanuza.",
            "\u00abNo podemos llenar una piscina de espuma mientras los vecinos guardan el agua en cubos\u00bb, dijo Lanuza a la salida del pleno, que dur\u00f3 m\u00e1s de cuatro horas.",
            "El embalse de Val de Oca est\u00e1 al once por ciento de su capacidad, la cifra m\u00e1s baja desde que se tienen registros. Los agricultores piden que se cierren los campos de golf.",
            "El portavoz de la oposici\u00f3n, Fermin Ochagav\u00eda, critic\u00f3 la decisi\u00f3n y la calific\u00f3 de \u00abprecipitada\u00bb. A su juicio, las orquestas ya estaban contratadas y habr\u00e1 que pagarlas de todos modos.",
            "La comisi\u00f3n de fiestas se reunir\u00e1 de nuevo el lunes para estudiar una fecha en primavera. Hasta entonces, la banda municipal ensayar\u00e1 con las ventanas cerradas.",
        ]},
    "obituary": {
        "title": "Lavinia Thorsby, who taught a harbour to swim, dies at 93", "standfirst": "", "author": "Jo Marrick", "published": "2025-02-02", "site": "Lower Quay Mail", "language": "en",
        "body": [
            "Lavinia Thorsby, who taught some four thousand children of Lower Quay to swim and never owned a car, died on Thursday at her home above the boathouse. She was 93.",
            "Her son, Edric Thorsby, said the cause was heart failure. \u201cShe swam on Monday,\u201d he said. \u201cShe complained that it was too warm.\u201d",
            "Mrs. Thorsby came to the harbour in 1951 as a clerk of the customs house. That summer two boys drowned within sight of their school.",
            "\u201cNobody here could swim, not even the fishermen,\u201d she told this newspaper in 1998. \u201cThey thought that it only made dying longer.\u201d",
            "She began with a rope, a whistle and eleven children. By 1960 the town had built her a pool, which she considered a waste of money.",
            "She is survived by two sons, five grandchildren and the harbour swimming club, which will meet on Sunday at seven, as always.",
        ]},
    "tips": {
        "title": "How to spend less on groceries", "standfirst": "", "author": "Penny Aldous", "published": "2025-05-19", "site": "Household Daily", "language": "en",
        "body": [
            "A manager of a grocery store, who did not want her name to be printed, told us what she would do if she were a customer of her own shop.",
            ("Come late", "\u201cHead to the store an hour before closing time,\u201d she says. \u201cThat is when we mark down what is cooked, and most people never see it.\u201d"),
            ("Look down", "The dear brands stand at the height of your eyes. The same oats, out of the same mill, stand by your ankles and cost a third less."),
            ("Bring a list", "\u201cPeople who read from a piece of paper spend less and are done sooner. I can tell from the door who has one,\u201d the manager says."),
            ("Ask", "A bunch of bananas that nobody wants today is worth nothing tomorrow. Whoever asks politely gets it for half, in our shop at least."),
        ]},
    "arabic": {
        "title": "\u0627\u0644\u0628\u0644\u062f\u064a\u0629 \u062a\u0624\u062c\u0644 \u0627\u0641\u062a\u062a\u0627\u062d \u0627\u0644\u062c\u0633\u0631 \u0627\u0644\u062c\u062f\u064a\u062f", "standfirst": "", "author": "", "published": "2025-03-04", "site": "", "language": "ar",
        "body": [
            "\u0623\u0639\u0644\u0646\u062a \u0628\u0644\u062f\u064a\u0629 \u0627\u0644\u0645\u062f\u064a\u0646\u0629 \u064a\u0648\u0645 \u0627\u0644\u062b\u0644\u0627\u062b\u0627\u0621 \u062a\u0623\u062c\u064a\u0644 \u0627\u0641\u062a\u062a\u0627\u062d \u0627\u0644\u062c\u0633\u0631 \u0627\u0644\u062c\u062f\u064a\u062f \u0641\u0648\u0642 \u0627\u0644\u0646\u0647\u0631 \u0625\u0644\u0649 \u0645\u0627 \u0628\u0639\u062f \u0645\u0648\u0633\u0645 \u0627\u0644\u0623\u0645\u0637\u0627\u0631 \u0628\u0633\u0628\u0628 \u0634\u0642\u0648\u0642 \u0641\u064a \u0627\u0644\u062f\u0639\u0627\u0645\u0627\u062a.",
            "\u0648\u0642\u0627\u0644 \u0627\u0644\u0645\u0647\u0646\u062f\u0633 \u0633\u0627\u0645\u0631 \u0627\u0644\u062d\u0644\u0627\u0642 \u0644\u0644\u0635\u062d\u0641\u064a\u064a\u0646: \"\u0644\u0646 \u0646\u0641\u062a\u062d \u0627\u0644\u062c\u0633\u0631 \u0642\u0628\u0644 \u0623\u0646 \u0646\u062a\u0623\u0643\u062f \u0645\u0646 \u0633\u0644\u0627\u0645\u0629 \u0643\u0644 \u0639\u0645\u0648\u062f \u0641\u064a\u0647\".",
            "\u0648\u064a\u0633\u062a\u062e\u062f\u0645 \u0646\u062d\u0648 \u0639\u0634\u0631\u0629 \u0622\u0644\u0627\u0641 \u0634\u062e\u0635 \u0627\u0644\u0639\u0628\u0627\u0631\u0629 \u0627\u0644\u0642\u062f\u064a\u0645\u0629 \u0643\u0644 \u064a\u0648\u0645\u060c \u0648\u064a\u0646\u062a\u0638\u0631\u0648\u0646 \u0633\u0627\u0639\u0629 \u0643\u0627\u0645\u0644\u0629 \u0641\u064a \u0627\u0644\u0635\u0628\u0627\u062d.",
            "\u0648\u0623\u0648\u0636\u062d\u062a \u0645\u062f\u064a\u0631\u0629 \u0627\u0644\u0645\u0634\u0631\u0648\u0639 \u0647\u0646\u0627\u062f\u064a \u0627\u0644\u0639\u0627\u0645\u0631\u064a \u0623\u0646 \u062a\u0643\u0644\u0641\u0629 \u0627\u0644\u0625\u0635\u0644\u0627\u062d \u0633\u062a\u062a\u062d\u0645\u0644\u0647\u0627 \u0627\u0644\u0634\u0631\u0643\u0629 \u0627\u0644\u0645\u0646\u0641\u0630\u0629 \u0648\u062d\u062f\u0647\u0627.",
        ]},
    "chinese": {
        "title": "\u6d77\u6e2f\u9547\u957f\u5c31\u65e7\u7801\u5934\u62c6\u9664\u8ba1\u5212\u9053\u6b49", "standfirst": "", "author": "", "published": "2025-03-04T10:41:00Z", "site": "\u6d77\u6e2f\u65e5\u62a5", "language": "zh",
        "body": [
            "\u6d77\u6e2f\u9547\u957f\u5b8b\u660e\u8fdc\u661f\u671f\u4e8c\u5728\u9547\u8bae\u4f1a\u4e0a\u5c31\u62c6\u9664\u65e7\u7801\u5934\u7684\u8ba1\u5212\u5411\u5c45\u6c11\u9053\u6b49\uff0c\u627f\u8ba4\u4e8b\u5148\u6ca1\u6709\u5f81\u6c42\u6e14\u6c11\u7684\u610f\u89c1\u3002",
            "\u4ed6\u8bf4\uff1a\u201c\u6211\u4eec\u592a\u7740\u6025\u4e86\uff0c\u6211\u5411\u5927\u5bb6\u9053\u6b49\u3002\u5728\u6ca1\u6709\u542c\u53d6\u6240\u6709\u6e14\u6c11\u7684\u610f\u89c1\u4e4b\u524d\uff0c\u7801\u5934\u4e0d\u4f1a\u62c6\u3002\u201d",
            "\u6e14\u4e1a\u5408\u4f5c\u793e\u793e\u957f\u6797\u6cf0\u8868\u793a\u6b22\u8fce\uff0c\u4f46\u8981\u6c42\u9547\u653f\u5e9c\u5728\u4e24\u5468\u4e4b\u5185\u62ff\u51fa\u4e66\u9762\u7684\u4fdd\u8bc1\u3002",
            "\u65e7\u7801\u5934\u5efa\u4e8e\u4e00\u4e5d\u4e8c\u516b\u5e74\uff0c\u76ee\u524d\u4ecd\u6709\u56db\u5341\u591a\u6761\u6e14\u8239\u6bcf\u5929\u5728\u90a3\u91cc\u9760\u5cb8\uff0c\u5356\u9c7c\u7684\u65e9\u5e02\u4e5f\u8bbe\u5728\u65c1\u8fb9\u3002",
            "\u9547\u8bae\u4f1a\u5c06\u4e8e\u4e0b\u4e2a\u6708\u518d\u6b21\u8ba8\u8bba\u8fd9\u4e00\u8ba1\u5212\u3002",
        ]},
    "release": {
        "title": "Harrow Salt Works Names Odette Farrow Chief Executive", "standfirst": "", "author": "Harrow Salt Works", "published": "2025-03-04T08:00:00-05:00", "site": "Release Wire", "language": "en",
        "body": [
            "HARROW, Mar. 4, 2025 /Release Wire/ -- Harrow Salt Works today announced that its board of directors has named Odette Farrow chief executive officer, effective April 1.",
            "\u201cOdette has raised the output of our oldest pan by a third and has not had one accident in six years,\u201d said Lionel Prewitt, chairman of the board. \u201cWe could not ask for more.\u201d",
            "Ms. Farrow succeeds Hugh Cantle, who will retire after 31 years with the company.",
            "\u201cSalt is a patient business,\u201d said Ms. Farrow. \u201cI intend to be patient, and quick where it counts.\u201d",
            "About Harrow Salt Works",
            "Harrow Salt Works has made salt from sea water since 1788. It employs 214 people at two sites and sells to kitchens in nineteen countries.",
            "Contact: Nell Oakes, press@harrowsalt.example, +44 1632 960 114",
        ]},
}
STORIES["tips"]["paragraphs"] = [STORIES["tips"]["body"][0]] + [line for pair in STORIES["tips"]["body"][1:] for line in pair]

SPANISH_COMMENTS = [
    ("ventisca", "Ya era hora de que alguien dijera la verdad. Llevamos tres veranos regando rotondas y ahora resulta que la culpa es de la verbena."),
    ("Paco el del bar", "Y de los que vivimos de las fiestas no se acuerda nadie. Tengo cuarenta barriles pedidos y el distribuidor no me los quiere quitar."),
    ("lechuza7", "Que cierren los campos de golf y luego hablamos. En mi calle no sale agua por la noche desde junio y nadie nos ha dado una explicaci\u00f3n."),
    ("Marian", "Totalmente de acuerdo con la alcaldesa, aunque no la vot\u00e9. Sin agua no hay nada que celebrar, y quien no lo vea que suba al embalse."),
]
LONG_COMMENTS = [
    ("quaysider", "I have lived here for sixty years and I have seen four plans come and go, each dearer than the one before, and each time the same three families have sold the land for it. I do not say that anything is wrong with that. I say that I can count, and that I would like the council to count too, before the next one."),
    ("Dunlin", "With respect to the writer before me, my grandmother owned one of those fields and what she was paid for it would not have bought a pair of boots. The money was made by those who knew where the road would go. Their names are in the minutes, and the minutes are in the library, second floor, on the left."),
    ("M. Averill", "May I bring this back to the matter? The question is whether people can get to work. I am a nurse, I start at six, and for eleven days I have walked across the golf course in the dark with a torch. I was not the only one. We have become quite good friends, the five of us, and one of us has bought a dog."),
    ("tinker_t", "The numbers in the report are from before the new houses. There are nine hundred of them now. Anyone can see that on a map, and anyone who stands at the stop at half past seven can see it without one. Please, somebody at the paper, ask them when they last counted, and please print the answer."),
    ("an old hand", "We settled the strike of seventy-four in one night with a crate of beer and a blackboard. Nobody was a hero and nobody was a villain, and the buses ran on Monday. I do not know what has happened since then to the art of sitting in one room until it is done, but I miss it more than I can say."),
    ("Rosalind", "Thank you for an article that says what was agreed and not only who shouted. I have printed it out and put it up in the waiting room, next to the timetable that has been wrong since October, and three people have already copied it by hand."),
]
ARABIC_MENU = ["\u0627\u0644\u0631\u0626\u064a\u0633\u064a\u0629", "\u0623\u062e\u0628\u0627\u0631 \u0645\u062d\u0644\u064a\u0629", "\u0631\u064a\u0627\u0636\u0629", "\u062b\u0642\u0627\u0641\u0629 \u0648\u0641\u0646\u0648\u0646", "\u0627\u0642\u062a\u0635\u0627\u062f"]
CHINESE_MENU = ["\u9996\u9875", "\u672c\u5730\u65b0\u95fb", "\u6e14\u6c11\u6253\u635e\u51fa\u767e\u5e74\u94dc\u949f", "\u5b66\u6821\u5c4b\u9876\u7ec8\u4e8e\u8981\u4fee\u4e86", "\u5929\u6c14", "\u4f53\u80b2"]
SPANISH_MENU = ["Portada", "Local", "Deportes", "Cultura", "Opini\u00f3n"]
