#include "base/shared_blocks.h"

#include <QtTest>

#include <algorithm>
#include <memory>

using Blocks = variorum::base::SharedBlocks<int>;

namespace {

std::shared_ptr<const std::vector<int>> block(std::vector<int> items) { return std::make_shared<const std::vector<int>>(std::move(items)); }

} // namespace

class SharedBlocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void items_ofSeveralBlocks_areReadAsOneList()
    {
        Blocks list;
        QVERIFY(list.empty() && list.size() == 0 && list.begin() == list.end());
        for (const std::vector<int> &items : {std::vector{1, 2}, std::vector<int>(), std::vector{3}, std::vector{4, 5, 6}})
            list.append(block(items));
        list.push_back(7);
        const std::vector<int> expected{1, 2, 3, 4, 5, 6, 7};
        QCOMPARE(list.size(), expected.size());
        QVERIFY(std::equal(list.begin(), list.end(), expected.begin(), expected.end()));
        for (size_t place = 0; place < expected.size(); ++place)
            QCOMPARE(list[place], expected[place]);
        QCOMPARE(list.front(), 1);
        QCOMPARE(list.back(), 7);
    }

    void lists_areEqual_howeverTheyAreCut()
    {
        Blocks cut;
        cut.append(block({1}));
        cut.append(block({2, 3}));
        QVERIFY(cut == Blocks({1, 2, 3}));
        QVERIFY(!(cut == Blocks({1, 2})));
        QVERIFY(!(cut == Blocks({1, 2, 4})));
        QVERIFY(Blocks() == Blocks(std::vector<int>()));
    }

    void edited_ofASharedBlock_leavesTheOtherList()
    {
        const auto shared = block({3, 4});
        Blocks one({1, 2});
        one.append(shared);
        const Blocks other = one;
        one.edited(2) = 30;
        QVERIFY(one == Blocks({1, 2, 30, 4}));
        QVERIFY(other == Blocks({1, 2, 3, 4}));
        QCOMPARE(shared->front(), 3);
        QCOMPARE(&one[0], &other[0]); // the block that nobody changed is still one
    }
};

QTEST_APPLESS_MAIN(SharedBlocksTest)
#include "shared_blocks_test.moc"
