package io.takewithott.catalog.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with numerals as they may be said: 5 is 오, 다섯 or five, 4885 사팔팔오, 12척 십이 or 열두 척. A text
 * without digits has no other reading.
 */
public final class SpokenNumbers {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");
  private static final Pattern GROUPED = Pattern.compile("(?<=[0-9]),(?=[0-9]{3})");
  private static final int MYRIAD = 10_000;
  private static final int LARGEST_NATIVE = 99;
  private static final String SINO = "영일이삼사오육칠팔구";
  private static final String[] PLACES = {"", "십", "백", "천"};
  private static final String[] MYRIADS = {"", "만", "억", "조"};
  private static final String[] ONES = {"", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"};
  private static final String[] COUNTING = {"", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"};
  private static final String[] TENS = {"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"};
  private static final String[] ENGLISH_ONES = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] ENGLISH_TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private SpokenNumbers() {}

  /** The text as written, and as it may be said; only one if there are no digits in it. */
  public static List<String> readings(String text) {
    String plain = GROUPED.matcher(text).replaceAll("");
    if (!DIGITS.matcher(plain).find()) {
      return List.of(text);
    }
    Set<String> readings = new LinkedHashSet<>();
    readings.add(text);
    readings.add(replaced(plain, SpokenNumbers::sino));
    readings.add(replaced(plain, SpokenNumbers::digitByDigit));
    readings.add(replaced(plain, number -> counted(number, COUNTING)));
    readings.add(replaced(plain, number -> counted(number, ONES)));
    readings.add(replaced(plain, number -> " " + english(number) + " "));
    return new ArrayList<>(readings);
  }

  private static String replaced(String text, LongFunction<String> reading) {
    Matcher matcher = DIGITS.matcher(text);
    return matcher.replaceAll(found -> reading.apply(Long.parseLong(found.group())));
  }

  static String sino(long number) {
    if (number == 0) {
      return "영";
    }
    StringBuilder words = new StringBuilder();
    long rest = number;
    for (int group = 0; rest > 0; group++, rest /= MYRIAD) {
      int four = (int) (rest % MYRIAD);
      if (four > 0) {
        String said = four == 1 && group == 1 ? "" : fourDigits(four);
        words.insert(0, said + MYRIADS[Math.min(group, MYRIADS.length - 1)]);
      }
    }
    return words.toString();
  }

  private static String fourDigits(int number) {
    StringBuilder words = new StringBuilder();
    int rest = number;
    for (int place = 0; rest > 0; place++, rest /= 10) {
      int digit = rest % 10;
      if (digit > 0) {
        String said = digit == 1 && place > 0 ? "" : String.valueOf(SINO.charAt(digit));
        words.insert(0, said + PLACES[place]);
      }
    }
    return words.toString();
  }

  private static String digitByDigit(long number) {
    StringBuilder words = new StringBuilder();
    String.valueOf(number).chars().forEach(digit -> words.append(SINO.charAt(digit - '0')));
    return words.toString();
  }

  private static String counted(long number, String[] ones) {
    if (number == 0 || number > LARGEST_NATIVE) {
      return sino(number);
    }
    if (number == 20 && ones == COUNTING) {
      return "스무";
    }
    return TENS[(int) number / 10] + ones[(int) number % 10];
  }

  static String english(long number) {
    if (number < 20) {
      return ENGLISH_ONES[(int) number];
    }
    if (number < 100) {
      String tens = ENGLISH_TENS[(int) number / 10];
      return number % 10 == 0 ? tens : tens + " " + ENGLISH_ONES[(int) number % 10];
    }
    if (number < 1000) {
      return joined(number, 100, "hundred");
    }
    if (number < 1_000_000) {
      return joined(number, 1000, "thousand");
    }
    if (number < 1_000_000_000) {
      return joined(number, 1_000_000, "million");
    }
    return joined(number, 1_000_000_000, "billion");
  }

  private static String joined(long number, long unit, String name) {
    String first = english(number / unit) + " " + name;
    return number % unit == 0 ? first : first + " " + english(number % unit);
  }
}
