#!/usr/bin/env python3
"""Vocabulary for the Russian stemmer with the stems of the distribution's own Snowball build (stemwords of libstemmer-tools).

Words: those of our own sources, documents and samples, and every stem below with every ending below (most are no Russian words,
which is what a rule must stand as well). Half of the generated forms is kept, chosen by a checksum, to keep the file small;
`stems.py --all FILE` writes the pairs of the whole product, or of a word list given after it, for a run by hand:
    stems.py --all pairs.txt /usr/share/hunspell/ru_RU.dic
Output: tests/reference/vectors/stems.txt — one stem per line, then the endings that turn it into words of the vocabulary
("дорог а ами у"; "_" for none; words whose beginning is not their stem do not exist in this algorithm)."""
import collections, pathlib, re, subprocess, sys, zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
STEMS = """авар автобус администрац асфальт балкон батаре безобраз безопасн благодар благоустро больниц бюджет важн величай вниман водопровод
воз возмож вывоз выдел газ глав гололёд горяч гражд график двер двор действ дежурн депутат добр дожд дом дорог доставл друж жал жален жд
жизн жител забор заверш задерж закон закрыт зам замен запах заяв здоров знач игр извест измен ин информац исполн исправ качел квартир
класс ключ колод команд коммун контейнер красн кратчайш кресл крыш куп лекарств лесн лестниц лифт лучш люб маленьк масс машин медицин мер
мест множ могуч мост мусор мутн мчал насос нача незакон немедленн ненадлежащ неприятн низ новост нравств обещ обледен образован обраще
общественн объезд огорож ограничен ожид озер оконч опасн осве отключ отопл отработа очист ошиб павильон памятник парк пер перекр песк
печ пешеход письм плат площад повреж подъезд поезд пожар поликлиник помог помощ понедельник порыв посел постав поч правительств предприят
преж прерв привез приез проблем провал провер просьб протек пруд пуст путёв работ радост разб размыт расчист река ремонт решен ржав
родник сам сарай светофор свободн сгоре сел семь септик син скор слаб слес слом случай смеш снег собак соверш содерж сообщ состоян
соц справк срочн старш стекл стих сто строител сух сыр тёпл территор тих топлив торг тротуар труб туч убеж убор уваж уверен угол удал
ужас укаж ул управля услуг устан учрежд фонар хват хозяйств холодн храб центр цен част чист чрезвычайн шерст школ шум щебён электр юж ям""".split()
ENDINGS = ["", *"""а ам ами ах ая его ее ей ейте ейш ейше ейшего ейшая ем ему ен ена ено ены енн енная енный ет ете ешь ею ев еи и ив ивать ивая ивши
ившись ившего ивший ие ией ием ий или ил ила ило илась илось илися илося им ими ит ите ить иться их ию ия иям иями иях ишь й йте л ла ли ло лся лась лись н на нн нная
нный нно нное нность нности но ны ное ный ная ность ности ностью ностями о ов ого ое ой ом ому ост ость остью ости остям ою с ся сь т ть у уй уйте ую ует уют
ующая ующий ующиеся ся щий щая щаяся щегося ы ыв ывши ывшись ывший ывшая ые ый ыл ыла ыли ыло ым ыми ыт ыть ых ь ье ью ья ьям ю юю ют ющ ющий ющая ющиеся я ям
ями ях ят яя ян янн янный явши явшись яв явший яла яли яло яйте яете яешь яем янно ать аться али аете аешь аем авши авшись авший ан ана ано аны анн анная анный ающий ающихся""".split()]
SOURCES = ["data/**/*.json", "docs/*.md", "core/cli/sample_*.cpp", "core/**/*.cpp", "data/**/*.md"]


def own_words():
    words = set()
    for pattern in SOURCES:
        for path in ROOT.glob(pattern):
            words |= set(re.findall(r"[а-яё]+", path.read_text(encoding="utf-8").lower()))
    return {word for word in words if len(word) <= 40}


def stems_of(words):
    """The distribution's program knows no ё: it is mapped to е first, as its description says."""
    text = "\n".join(word.replace("ё", "е") for word in words) + "\n"
    out = subprocess.run(["stemwords", "-l", "ru", "-c", "UTF_8"], input=text, capture_output=True, text=True, check=True).stdout.split("\n")
    return dict(zip(words, out))


def main():
    made = {stem + ending for stem in STEMS for ending in ENDINGS}
    if len(sys.argv) > 2:
        if len(sys.argv) > 3:
            text = pathlib.Path(sys.argv[3]).read_bytes()
            text = text.decode("utf-8", errors="ignore") if b"\xd0" in text[:4000] else text.decode("koi8-r")
            made = set(re.findall(r"[а-яё]+", text.lower()))
        pairs = stems_of(sorted(made | own_words()))
        pathlib.Path(sys.argv[2]).write_text("".join(f"{word} {stem}\n" for word, stem in pairs.items()), encoding="utf-8")
        return
    words = sorted(own_words() | {word for word in made if zlib.crc32(word.encode()) % 2 == 0})
    groups = collections.defaultdict(list)
    for word, stem in stems_of(words).items():
        folded = word.replace("ё", "е")
        assert folded.startswith(stem), (word, stem)
        begin = word[:len(stem)]
        groups[(stem, begin)].append(word[len(stem):] or "_")
    lines = [f"{begin} {' '.join(endings)}" for (stem, begin), endings in sorted(groups.items())]
    path = ROOT / "tests/reference/vectors/stems.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(words), "words,", len(groups), "stems,", path.stat().st_size, "bytes")


main()
