import { describe, expect, test } from 'vitest'
import { fontShelf } from '#lib/pdf/font-shelf'
import { directionOf, plainLine, textRuns, widthOf } from '#lib/pdf/text-runs'

const { regular: fonts, bold } = fontShelf('public/fonts/noto')

function seen(text: string) {
  const line = plainLine(text)
  return textRuns(line, directionOf(line), fonts).map((run) => [
    run.text,
    run.font.name.replace('NotoSans', ''),
  ])
}

describe('a name of any of these scripts has every glyph, in a font of that script', () => {
  test.each([
    ['Łukasz Ñuñez', '-Regular'],
    ['Nguyễn Thị Phượng', '-Regular'],
    ['Þórður Ægisson, Šárka Žďárská, Ọláyínká', '-Regular'],
    ['Γιώργος Παπαδόπουλος', '-Regular'],
    ['Юрій Шевченко', '-Regular'],
    ['محمد عبد الله', 'Arabic-Regular'],
    ['علی‌رضا نوری پگاه چ', 'Arabic-Regular'],
    ['דוד כהן', 'Hebrew-Regular'],
    ['प्रिया शर्मा', 'Devanagari-Regular'],
    ['প্রিয়া চক্রবর্তী', 'Bengali-Regular'],
    ['ਹਰਪ੍ਰੀਤ ਸਿੰਘ', 'Gurmukhi-Regular'],
    ['કૃષ્ણ શ્રી', 'Gujarati-Regular'],
    ['கீர்த்தனா ஸ்ரீ', 'Tamil-Regular'],
    ['శ్రీనివాస్ రెడ్డి', 'Telugu-Regular'],
    ['ಕೃಷ್ಣ ಶ್ರೀ', 'Kannada-Regular'],
    ['ശ്രീലക്ഷ്മി', 'Malayalam-Regular'],
    ['ශ්‍රී ලක්ෂ්මී', 'Sinhala-Regular'],
    ['สมชาย ใจดี', 'Thai-Regular'],
    ['ສົມ ນ້ຳ', 'Lao-Regular'],
    ['សុខ ស្រីមុំ', 'Khmer-Regular'],
    ['Հայկ Պետրոսյան', 'Armenian-Regular'],
    ['გიორგი ბერიძე', 'Georgian-Regular'],
    ['ሰላም ታደሰ', 'Ethiopic-Regular'],
    ['王小明', 'CJKsc-Regular'],
    ['佐藤さくらヒロシ', 'CJKsc-Regular'],
    ['김민준', 'CJKsc-Regular'],
  ])('%s', (name, font) => {
    expect(seen(name)).toEqual([[name.normalize('NFC'), font]])
  })

  test('several scripts in one name each have theirs', () => {
    expect(seen('Mina 김 Ali')).toEqual([
      ['Mina ', '-Regular'],
      ['김', 'CJKsc-Regular'],
      [' Ali', '-Regular'],
    ])
  })

  test('bold is Latin, Greek and Cyrillic; another script falls back to its regular font', () => {
    expect(textRuns('Έλενα 王', 'ltr', bold).map(({ font }) => font.name)).toEqual([
      'NotoSans-Bold',
      'NotoSansCJKsc-Regular',
    ])
  })
})

describe('what no font has is shown as a replacement, one for each character', () => {
  test.each([
    ['an emoji of four code points', 'Nadia 👩🏽‍⚕️ Rahman', 'Nadia \ufffd Rahman'],
    ['a script that is not on the shelf', '\u16a0\u16b1', '\ufffd\ufffd'],
    ['Burmese, whose vowels the shaper would leave in the wrong place', 'အောင်', '\ufffd\ufffd\ufffd'],
    ['a heap of marks on which the shaper throws', 'Z\u0338o', '\ufffdo'],
    ['half of a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['an unassigned code point', 'a\u{e0fff}b', 'a\ufffdb'],
    ['a private one', 'a\ue000b', 'a\ufffdb'],
  ])('%s', (_what, name, shown) => {
    expect(
      seen(name)
        .map(([text]) => text)
        .join(''),
    ).toBe(shown)
  })

  test('nothing that can be typed throws', () => {
    for (let start = 0; start <= 0x2ffff; start += 97) {
      const text = Array.from({ length: 5 }, (_, offset) => String.fromCodePoint(start + offset * 19)).join(
        '\u0301',
      )
      expect(widthOf(textRuns(plainLine(text), 'ltr', fonts), 10)).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('direction', () => {
  test.each([
    ['Latin with an Arabic name in brackets', 'Omar (عمر) Haddad', ['Omar (', 'عمر', ') Haddad']],
    ['Hebrew in brackets, which are turned around', '((שלום))', ['((', 'שלום', '))']],
    [
      'Arabic with Latin and a number: read from the right',
      'محمد (Mo) 12 علي',
      ['علي', ' ', '12', ' (', 'Mo', ')', 'محمد '],
    ],
    ['a number after Hebrew stands to its left, digits in order', 'דוד 123', ['123', 'דוד ']],
  ])('%s', (_what, name, runs) => {
    expect(seen(name).map(([text]) => text)).toEqual(runs)
  })

  test('marks that would turn what follows are taken out', () => {
    const controls = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'
    expect(plainLine([...'Nadia'].join(controls))).toBe('Nadia')
    expect(seen('Nadia \u202eRahman')).toEqual([['Nadia Rahman', '-Regular']])
  })
})

test('a line has no line breaks, controls or invisible marks, but keeps the joiners that shape letters', () => {
  expect(plainLine('  Nadia\r\n\tRahman\u2028\u0000x\u200b\ufeff\u00ad ')).toBe('Nadia Rahman x')
  expect(plainLine('علی\u200cرضا ශ්\u200dරී')).toBe('علی\u200cرضا ශ්\u200dරී')
  expect(plainLine('E\u0301lodie 葛\u{e0100}')).toBe('Élodie 葛')
})

test('Arabic letters are joined, and stand from right to left', () => {
  const [run] = textRuns('محمد', 'rtl', fonts)
  const shaped = run?.font.font.layout('محمد', [])
  expect(shaped?.glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('')).toBe('دمحم')
  const alone = [...'محمد'].map((letter) => run?.font.font.layout(letter, []).glyphs[0]?.id)
  expect(shaped?.glyphs.map(({ id }) => id)).not.toEqual(alone.reverse())
})
