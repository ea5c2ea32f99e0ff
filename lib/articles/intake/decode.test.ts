import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodePage } from "@/lib/articles/intake/decode";
import { packSnapshot, textSha256, unpackSnapshot } from "@/lib/articles/intake/snapshot";

const arabic = "سقطت ثلاثة صواريخ على القاعدة";

describe("decodePage", () => {
  it.each([
    ["UTF-8", Buffer.from(arabic), null],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${arabic}`), null],
    ["UTF-16LE with a mark", iconv.encode(arabic, "utf-16le", { addBOM: true }), null],
    ["UTF-16BE with a mark", iconv.encode(arabic, "utf-16be", { addBOM: true }), "text/html; charset=utf-8"],
    ["UTF-32 with a mark", iconv.encode(arabic, "utf-32le", { addBOM: true }), null],
    ["windows-1256 in the header", iconv.encode(arabic, "windows-1256"), "text/html; charset=windows-1256"],
    ["ISO-8859-6 in quotes", iconv.encode(arabic, "iso-8859-6"), 'text/html; charset="ISO-8859-6"'],
    ["CP864, which browsers do not know", iconv.encode("abc", "cp864"), "text/plain; charset=cp864"],
    ["UTF-8 declared as windows-1252", Buffer.from(arabic), "text/html; charset=windows-1252"],
  ])("%s", (_name, bytes, contentType) => {
    expect([arabic, "abc"]).toContain(decodePage(bytes, contentType));
  });

  it.each([
    ['<meta charset="shift_jis">日本語のページ', "shift_jis"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Три ракеты', "windows-1251"],
    ['<?xml version="1.0" encoding="gb18030"?><p>三枚火箭</p>', "gb18030"],
    ["<meta charset=utf-16>Rockets", "utf-8"],
    ["<meta charset=gb2312>三枚火箭", "utf-8"],
  ])("%s", (html, charset) => expect(decodePage(iconv.encode(html, charset))).toBe(html));

  it.each([
    [Buffer.from(""), "empty"],
    [Buffer.from(" \r\n\t"), "empty"],
    [Buffer.from("%PDF-1.7 ..."), "PDF"],
    [Buffer.from("PK\x03\x04 ..."), "ZIP archive or an Office document"],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "PNG"],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "JPEG"],
    [Buffer.from("RIFF1234WEBPVP8 "), "WebP"],
    [Buffer.from([0x1f, 0x8b, 8, 0]), "gzip"],
    [Buffer.from("some\0binary\0thing"), "binary"],
    [Buffer.alloc(5_000_001, "a"), "larger than 5 MB"],
    [iconv.encode(arabic, "windows-1256"), "cannot be read as UTF-8"],
  ])("refuses %.20s", (bytes, part) => expect(() => decodePage(bytes)).toThrow(part));

  it("names an encoding that it does not know", () => {
    expect(() => decodePage(Buffer.from("abc"), "text/html; charset=klingon-8")).toThrow("klingon-8");
  });
});

describe("snapshots", () => {
  it("come back as they were, and small", async () => {
    const page = `<p>${arabic}</p>`.repeat(1000);
    const packed = await packSnapshot(page);
    expect(packed.length).toBeLessThan(page.length / 50);
    expect(Buffer.from(await unpackSnapshot(packed)).toString()).toBe(page);
    await expect(unpackSnapshot(Buffer.from("damaged"))).rejects.toThrow();
  });

  it("a text's hash is of its UTF-8 bytes", () => {
    expect(textSha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
