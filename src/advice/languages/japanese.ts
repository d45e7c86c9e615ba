import { type Glossary, unspaced } from './glossary.ts';

/** What people ask in Japanese about licences and openness, where the signs are not read as they are. */
export const JAPANESE: Glossary = unspaced(`
non-commercial = 非営利
university class = 授業 | 講義
university = 大学
students = 学生 | 生徒
our own app = 自社アプリ | 自社のアプリ
embed in our product = 組み込みたい | 組み込みます | 組み込んで | 組み込む | 組み込み
which is our core business = 主力事業 | 本業 | 中核事業
monthly users = 月間ユニークユーザー | 月間アクティブユーザー | 月間利用者
万 users = 万人
recommend models = 候補を挙げて | 候補を教えて | おすすめを教えて | おすすめのモデル | どのモデルが
compare = 比較して | 比べて | 違いは
distill = 蒸留
train our own model on = 自社モデルの学習に | 自社モデルを学習
improve our own model = 自社モデルの改善 | 自社モデルを改善
deliver to customers = お客様に納品 | 顧客に納品
customers = お客様 | 顧客
fine-tune = ファインチューニング | 微調整
open source = オープンソース
redistribute the weights = 重みを再配布 | 重みの再配布
weights = 重み
annual revenue = 年商 | 年間売上
internally = 社内で | 社内用
`);
