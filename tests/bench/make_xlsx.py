#!/usr/bin/env python3
"""make_xlsx.py ROWS OUT: a made-up workbook that looks like a «Сообщения» export of ПОС: 25 columns, shared strings, dates by style.

The same ROWS give the same bytes. Nobody's data: words are drawn from short lists by a counter.
"""
import sys, zipfile

rows, out = int(sys.argv[1]), sys.argv[2]
HEADERS = ["№", "Номер сообщения", "Дата поступления", "Плановая дата", "Дата закрытия", "Этап", "Статус", "Просрочено", "Фаст-трек", "Категория", "Подкатегория", "Факт", "Организация",
           "Ответственный орган", "Регион", "Муниципалитет", "Населённый пункт", "Адрес", "Широта", "Долгота", "Текст сообщения", "Текст ответа", "Повторное", "Решено", "Оценка"]
TOPICS = ["Дороги", "ЖКХ", "Благоустройство", "Освещение", "Мусор", "Транспорт", "Здравоохранение", "Образование"]
PLACES = ["посёлок Кедровый", "село Заречное", "город Приозёрск", "деревня Берёзовка", "посёлок Солнечный"]
TEXTS = ["Просим убрать снег с тротуара у дома, пройти с коляской невозможно уже вторую неделю", "Не горит фонарь на перекрёстке, вечером темно и опасно для детей",
         "Яма на дороге глубиной полметра, машины объезжают по встречной полосе", "Автобус не пришёл по расписанию третий день подряд"]

strings, codes = [], {}
def shared(text):
    if text not in codes:
        codes[text] = len(strings)
        strings.append(text)
    return codes[text]

def letters(column):
    return chr(65 + column)

def cell(row, column, value, style=0):
    ref = f"{letters(column)}{row}"
    if isinstance(value, str):
        return f'<c r="{ref}" s="{style}" t="s"><v>{shared(value)}</v></c>'
    return f'<c r="{ref}" s="{style}"><v>{value!r}</v></c>' if value is not None else f'<c r="{ref}" s="{style}"/>'

def record(i):
    seed = (i * 2654435761) & 0xFFFFFFFF
    day = 45000 + seed % 1400
    place = PLACES[seed // 7 % 5]
    is_open = seed % 9 == 0
    return [(i, 0), (327000000 + i, 0), (day + seed % 1440 / 1440, 1), (day + 25, 2), (None if is_open else day + seed % 30 + 0.5, 1), ("В работе" if is_open else "Завершено", 0),
            ("Отправлен ответ заявителю" if not is_open else "На исполнении", 0), ("Да" if seed % 11 == 0 else "Нет", 0), ("Да" if seed % 3 == 0 else "Нет", 0), (TOPICS[seed // 3 % 8], 0),
            (f"Подкатегория {seed // 5 % 60}", 0), (f"Факт {seed // 11 % 200}", 0), (f"Организация № {seed // 13 % 40}", 0), (f"Отдел № {seed // 17 % 15}", 0), ("Область", 0), ("Приозёрский район", 0),
            (place, 0), (f"{place}, улица {seed // 19 % 300}-я, дом {seed // 23 % 90 + 1}", 0), (60 + seed % 99991 / 1e5, 0), (70 + seed % 99971 / 1e5, 0), (f"{TEXTS[seed // 29 % 4]}, обращение {i}", 0),
            (None if is_open else f"Работы выполнены, ответ {i}: {TEXTS[seed // 31 % 4].lower()}", 0), ("Да" if seed % 37 == 0 else "Нет", 0), (None if is_open else ("Решено" if seed % 4 else "Не решено"), 0),
            (None if seed % 5 else seed % 5 + 1, 0)]

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
stamp = lambda name: zipfile.ZipInfo(name, (2026, 11, 21, 0, 0, 0))
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
    def part(name, text):
        info = stamp(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, text)
    info = stamp("xl/worksheets/sheet1.xml")
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as sheet:
        sheet.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet {MAIN}><dimension ref="A1:Y{rows + 1}"/><sheetData>'.encode())
        sheet.write(('<row r="1">' + "".join(cell(1, i, name) for i, name in enumerate(HEADERS)) + "</row>").encode())
        for i in range(1, rows + 1):
            sheet.write((f'<row r="{i + 1}">' + "".join(cell(i + 1, column, value, style) for column, (value, style) in enumerate(record(i))) + "</row>").encode())
        sheet.write(b"</sheetData></worksheet>")
    part("xl/sharedStrings.xml", f'<sst {MAIN} uniqueCount="{len(strings)}">' + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>")
    part("xl/styles.xml", f'<styleSheet {MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd.mm.yyyy\\ hh:mm"/></numFmts>'
         '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    part("xl/workbook.xml", f'<workbook {MAIN} xmlns:r="{REL}"><sheets><sheet name="Sheet0" sheetId="1" r:id="rId1"/></sheets></workbook>')
    part("xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         f'<Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
         f'<Relationship Id="rId3" Type="{REL}/styles" Target="styles.xml"/></Relationships>')
    part("_rels/.rels", f'<Relationships><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    part("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')
    print(f"{rows} rows; sheet {archive.getinfo('xl/worksheets/sheet1.xml').file_size} B, shared strings {archive.getinfo('xl/sharedStrings.xml').file_size} B")
