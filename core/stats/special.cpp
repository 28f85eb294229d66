#include "core/stats/special.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

constexpr double kTiny = 1e-300, kEnough = 1e-15;
constexpr int kMaxSteps = 10'000;

double gamma_series(double a, double x) {   // P(a, x) for x < a + 1
    double term = 1 / a, sum = term;
    for (int n = 1; n < kMaxSteps && term > sum * kEnough; ++n) sum += term *= x / (a + n);
    return sum * std::exp(a * std::log(x) - x - log_gamma(a));
}

double gamma_fraction(double a, double x) {   // Q(a, x) for x ≥ a + 1
    double b = x + 1 - a, c = 1 / kTiny, d = 1 / b, h = d;
    for (int n = 1; n < kMaxSteps; ++n) {
        const double an = -n * (n - a);
        b += 2;
        d = an * d + b;
        d = 1 / (std::abs(d) < kTiny ? kTiny : d);
        c = b + an / c;
        if (std::abs(c) < kTiny) c = kTiny;
        h *= d * c;
        if (std::abs(d * c - 1) < kEnough) break;
    }
    return h * std::exp(a * std::log(x) - x - log_gamma(a));
}

double beta_fraction(double a, double b, double x) {
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < kTiny ? kTiny : d);
    double h = d;
    const auto step = [&](double numerator) {
        d = 1 + numerator * d;
        d = 1 / (std::abs(d) < kTiny ? kTiny : d);
        c = 1 + numerator / c;
        if (std::abs(c) < kTiny) c = kTiny;
        h *= d * c;
        return d * c;
    };
    for (int m = 1; m < kMaxSteps; ++m) {
        step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
        const double change = step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
        if (std::abs(change - 1) < kEnough) break;
    }
    return h;
}

}  // namespace

double log_gamma(double x) {
    // Lanczos approximation (1964), g = 7: the same on every platform, unlike std::lgamma with its global sign.
    constexpr double c[] = {0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
                            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};
    if (x < 0.5) return std::log(3.14159265358979323846 / std::sin(3.14159265358979323846 * x)) - log_gamma(1 - x);
    x -= 1;
    double sum = c[0];
    for (int i = 1; i < 9; ++i) sum += c[i] / (x + i);
    const double t = x + 7.5;
    return 0.91893853320467274178 + (x + 0.5) * std::log(t) - t + std::log(sum);
}

double gamma_upper(double a, double x) {
    if (x <= 0) return 1;
    const double q = x < a + 1 ? 1 - gamma_series(a, x) : gamma_fraction(a, x);
    return std::clamp(q, 0.0, 1.0);
}

double gamma_quantile(double a, double p) {
    if (a <= 0 || p <= 0) return 0;
    p = std::min(p, 1 - 1e-16);
    if (a > 1e6) {   // Wilson & Hilferty 1931: here closer than the series, which would need too many terms
        const double root = 1 - 1 / (9 * a) + normal_quantile(p) / (3 * std::sqrt(a));
        return a * root * root * root;
    }
    double low = 0, high = a + 10;
    for (int i = 0; i < 100 && gamma_upper(a, high) > 1 - p; ++i) {
        low = high;
        high *= 2;
    }
    for (int i = 0; i < 200 && high - low > 1e-13 * high; ++i) {
        const double middle = (low + high) / 2;
        const double below = middle < a + 1 ? gamma_series(a, middle) : 1 - gamma_fraction(a, middle);   // keeps the digits of a small p
        (below < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

double beta_lower(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front = std::exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) + b * std::log1p(-x));
    const bool is_left = x < (a + 1) / (a + b + 2);
    const double p = is_left ? front * beta_fraction(a, b, x) / a : 1 - front * beta_fraction(b, a, 1 - x) / b;
    return std::clamp(p, 0.0, 1.0);
}

double beta_quantile(double a, double b, double p) {
    double low = 0, high = 1;
    while (high - low > 1e-12) {
        const double middle = (low + high) / 2;
        (beta_lower(a, b, middle) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

double normal_lower(double z) { return 0.5 * std::erfc(-z / 1.41421356237309504880); }

double near_normal_quantile(double p) {
    constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01};
    constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00};
    constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
    const auto tail = [&](double q) {
        return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    };
    if (p < 0.02425) return tail(std::sqrt(-2 * std::log(p)));
    if (p > 1 - 0.02425) return -tail(std::sqrt(-2 * std::log1p(-p)));
    const double q = p - 0.5, r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

double normal_quantile(double p) {
    p = std::clamp(p, 1e-300, 1 - 1e-16);
    const double z = near_normal_quantile(p);
    if (std::abs(z) > 8) return z;   // the step below would lose its digits
    const double error = normal_lower(z) - p, u = error * 2.50662827463100050242 * std::exp(z * z / 2);
    return z - u / (1 + z * u / 2);
}

double count_tail(double y, double mean, double dispersion) {
    if (y <= 0) return 1;
    if (mean <= 0) return 0;
    if (dispersion <= 1 + 1e-9) return mean < y + 1 ? gamma_series(y, mean) : 1 - gamma_fraction(y, mean);
    const double size = mean / (dispersion - 1);
    return beta_lower(y, size, 1 - 1 / dispersion);
}

int count_with_tail(double tail, double mean, double dispersion) {
    constexpr int kLargest = 1 << 30;
    int low = 0, high = static_cast<int>(std::min(mean, kLargest / 8.0)) + 4;
    while (high < kLargest && count_tail(high, mean, dispersion) > tail) {
        low = high;
        high = high > kLargest / 2 ? kLargest : high * 2;
    }
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (count_tail(middle, mean, dispersion) <= tail) high = middle;
        else low = middle + 1;
    }
    return low;
}

}  // namespace problemator
