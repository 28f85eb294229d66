// Files as systems give them, made on the spot: text, a workbook, a page called .xls, an archive, a locked workbook. All synthetic.
import { deflateRawSync } from 'node:zlib';

const kCrcTable = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const crc32 = (bytes) => { let crc = 0xffffffff; for (const byte of bytes) crc = kCrcTable[(crc ^ byte) & 255] ^ (crc >>> 8); return (crc ^ 0xffffffff) >>> 0; };

const numbers = (...pairs) => Buffer.concat(pairs.map(([bytes, value]) => { const out = Buffer.alloc(bytes); out.writeUIntLE(value, 0, bytes); return out; }));

// {name: text or bytes} → a ZIP archive.
export const zipOf = (members) => {
  const locals = [], directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const bytes = Buffer.from(content), packed = deflateRawSync(bytes), title = Buffer.from(name);
    const facts = [[2, 20], [2, 0x800], [2, 8], [4, 0], [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, title.length], [2, 0]];
    locals.push(numbers([4, 0x04034b50], ...facts), title, packed);
    directory.push(numbers([4, 0x02014b50], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    offset += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(directory), count = Object.keys(members).length;
  return Buffer.concat([...locals, list, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, offset], [2, 0])]);
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cellsOf = (csv) => csv.trim().split('\n').map((line) => line.split(';'));

export const xlsxOf = (csv) => {
  const rows = cellsOf(csv).map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`).join('');
  const head = '<?xml version="1.0" encoding="UTF-8"?>', office = 'http://schemas.openxmlformats.org';
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="Sheet0" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  });
};

// What many systems save under the name .xls: a page with a table.
export const pageXlsOf = (csv) => `<html><head><meta charset="utf-8"></head><body><table>${cellsOf(csv).map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table></body></html>`;

// A compound file with the stream that a workbook with a password has: header, one sector of the table of sectors, one of the directory.
export const lockedXlsx = () => {
  const file = Buffer.alloc(512 * 3, 0xff);
  file.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  numbers([2, 0x3e], [2, 3], [2, 0xfffe], [2, 9], [2, 6]).copy(file, 24);
  numbers([4, 1], [4, 1], [4, 0], [4, 4096], [4, 0xfffffffe], [4, 0], [4, 0xfffffffe], [4, 0], [4, 0]).copy(file, 44);
  numbers([4, 0xfffffffd], [4, 0xfffffffe]).copy(file, 512);
  file.fill(0, 1024);
  const entry = (at, name, kind, child) => {
    const title = Buffer.from(name, 'utf16le');
    title.copy(file, at);
    numbers([2, title.length + 2], [1, kind], [1, 1], [4, 0xffffffff], [4, 0xffffffff], [4, child]).copy(file, at + 64);
    file.writeUInt32LE(0xfffffffe, at + 116);
  };
  entry(1024, 'Root Entry', 5, 1);
  entry(1152, 'EncryptedPackage', 2, 0xffffffff);
  return file;
};
